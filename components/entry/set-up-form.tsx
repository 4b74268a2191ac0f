import { Checkbox, SelectField } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { TextField } from '@/components/ui/form/text-field';
import type { FormAction } from '@/lib/action-state';
import { STAFF_PASSWORD_LENGTH } from '@/lib/accounts/schema';

type SetUpFormProps = {
  action: FormAction;
  formKey: string;
  token: string;
  zones: string[];
  /** The zone offered first, or none. */
  own: string;
};

const contacts = [
  { label: 'Emergency', detail: 'The local emergency number' },
  { label: 'A crisis line', detail: 'Its number, and when it answers' },
  { label: 'A helpline for violence at home', detail: 'Its number, and when it answers' },
  { label: 'Your practice', detail: 'The number and the hours it is answered' },
];

/** The practice's first settings and its first account. */
export function SetUpForm({ action, formKey, token, zones, own }: SetUpFormProps) {
  return (
    <FormFrame action={action} formKey={formKey} hidden={{ token }} submit="Create the practice" label="Set up your practice">
      <h2>The practice</h2>
      <TextField name="name" label="Name of the practice" description="Seen by staff. Partners see it nowhere." maxLength={120} autoComplete="organization" />
      <SelectField
        name="timeZone"
        label="Time zone"
        placeholder="Choose a time zone"
        defaultValue={own}
        options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
      />

      <h2>What partners see</h2>
      <p className="text-ink-muted">
        These words stand on a phone that someone else may pick up. Choose words that say nothing about you or about therapy.
      </p>
      <TextField name="portalTitle" label="Title of every page" defaultValue="Today" maxLength={40} />
      <TextField name="senderName" label="Sender of mails" description="A neutral name, such as “Calendar”." maxLength={60} />
      <TextField name="mailSubject" label="Subject of mails" defaultValue="A reminder for you" maxLength={80} />
      <TextField
        name="closeUrl"
        label="Where Close goes"
        description="One tap on Close leaves to this page. Choose an everyday page, such as a weather service; it begins with https://."
        type="url"
        maxLength={300}
      />

      <h2>Where to turn for help</h2>
      <p className="text-ink-muted">Shown to partners after every answer. Nobody watches answers live, so this list matters. Rows left empty are not shown.</p>
      {contacts.map((example, at) => (
        <div key={example.label} className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
          <TextField name={`contacts.${at}.label`} label={`Contact ${at + 1}: who`} placeholder={example.label} isOptional={at > 0} maxLength={80} />
          <TextField name={`contacts.${at}.detail`} label={`Contact ${at + 1}: how`} placeholder={example.detail} isOptional={at > 0} maxLength={160} />
        </div>
      ))}

      <h2>You</h2>
      <p className="text-ink-muted">The first practice admin: runs accounts and settings, and sees no clinical content in that role.</p>
      <TextField name="adminName" label="Your name" maxLength={120} autoComplete="name" />
      <TextField name="adminCredential" label="Your credential" description="As it stands on notes, such as “LMFT”." isOptional maxLength={80} />
      <TextField name="adminEmail" label="Your e-mail address" type="email" inputMode="email" autoComplete="username" maxLength={254} />
      <Checkbox name="isTherapist" label="I also see couples" description="Adds the role of therapist to your account." />
      <TextField
        name="password"
        label="Password"
        description={`At least ${STAFF_PASSWORD_LENGTH} characters; a few words in a row are easy to remember.`}
        type="password"
        autoComplete="new-password"
      />
      <TextField name="passwordAgain" label="Password again" type="password" autoComplete="new-password" />
    </FormFrame>
  );
}
