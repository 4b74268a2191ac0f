import { PracticeFields } from '@/components/practices/practice-fields';
import { Checkbox } from '@/components/ui/form/choice-fields';
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

/** The practice's first settings and its first account. */
export function SetUpForm({ action, formKey, token, zones, own }: SetUpFormProps) {
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      hidden={{ token }}
      submit="Create the practice"
      label="Set up your practice"
    >
      <PracticeFields
        zones={zones}
        settings={{ timeZone: own, portalTitle: 'Today', mailSubject: 'A reminder for you' }}
      />

      <h2>You</h2>
      <p className="text-ink-muted">
        The first practice admin: runs accounts and settings, and sees no clinical content in that role.
      </p>
      <TextField name="adminName" label="Your name" maxLength={120} autoComplete="name" />
      <TextField
        name="adminCredential"
        label="Your credential"
        description="As it stands on notes, such as “LMFT”."
        isOptional
        maxLength={80}
      />
      <TextField
        name="adminEmail"
        label="Your e-mail address"
        type="email"
        inputMode="email"
        autoComplete="username"
        maxLength={254}
      />
      <Checkbox
        name="isTherapist"
        label="I also see couples"
        description="Adds the role of therapist to your account."
      />
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
