import { SupportContacts } from '@/components/practices/support-contacts';
import { CheckboxGroup, SelectField } from '@/components/ui/form/choice-fields';
import { TextArea, TextField } from '@/components/ui/form/text-field';
import { PCL_CHANGES } from '@/lib/measures/schema';
import { MOST_CONTACTS } from '@/lib/practices/schema';

type PracticeFieldsProps = {
  zones: string[];
  settings: {
    name?: string;
    timeZone: string;
    portalTitle: string;
    senderName?: string;
    mailSubject: string;
    closeUrl?: string;
    letterName?: string;
    letterAddress?: string;
    clinicIdleMinutes?: number;
    requiresFactor?: boolean;
    pclChange?: number;
  };
  contacts?: { label: string; detail: string }[];
};

/** What a practice says of itself: its name to staff, neutral words to partners, and where to turn for help. */
export function PracticeFields({ zones, settings, contacts = [] }: PracticeFieldsProps) {
  return (
    <>
      <h2>The practice</h2>
      <TextField
        name="name"
        label="Name of the practice"
        description="Seen by staff. Partners see it nowhere."
        defaultValue={settings.name}
        maxLength={120}
        autoComplete="organization"
      />
      <SelectField
        name="timeZone"
        label="Time zone"
        placeholder="Choose a time zone"
        defaultValue={settings.timeZone}
        options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
      />

      {settings.clinicIdleMinutes === undefined ? null : (
        <TextField
          name="clinicIdleMinutes"
          type="number"
          min={5}
          max={60}
          width="short"
          label="Minutes until the screen is covered"
          description="For staff, without any activity: 5 to 60. Their password shows the page again as it was; after 12 hours they sign in anew."
          defaultValue={settings.clinicIdleMinutes}
        />
      )}

      {settings.requiresFactor === undefined ? null : (
        <CheckboxGroup
          name="requiresFactor"
          label="Signing in"
          options={[
            {
              value: 'yes',
              label: 'Staff need a second step',
              description: 'Who has none yet is led to set it up at the next page, and can do nothing else before.',
            },
          ]}
          defaultValues={settings.requiresFactor ? ['yes'] : []}
        />
      )}

      {settings.pclChange === undefined ? null : (
        <SelectField
          name="pclChange"
          label="A change of the PCL-5 is called reliable from"
          description="Published values differ. The one you choose is named beside each change."
          defaultValue={String(settings.pclChange)}
          options={Object.entries(PCL_CHANGES).map(([points, { source }]) => ({
            value: points,
            label: `${points} points: ${source}`,
          }))}
        />
      )}

      <h2>What partners see</h2>
      <p className="text-ink-muted">
        These words stand on a phone that someone else may pick up. Choose words that say nothing about you or about
        therapy.
      </p>
      <TextField name="portalTitle" label="Title of every page" defaultValue={settings.portalTitle} maxLength={40} />
      <TextField
        name="senderName"
        label="Sender of mails"
        description="A neutral name, such as “Calendar”."
        defaultValue={settings.senderName}
        maxLength={60}
      />
      <TextField name="mailSubject" label="Subject of mails" defaultValue={settings.mailSubject} maxLength={80} />
      <TextField
        name="closeUrl"
        label="Where Close goes"
        description="One tap on Close leaves to this page. Choose an everyday page, such as a weather service; it begins with https://."
        type="url"
        defaultValue={settings.closeUrl}
        maxLength={300}
      />

      {settings.letterName === undefined ? null : (
        <>
          <h2>On letters</h2>
          <p className="text-ink-muted">
            A letter to another professional names one partner, who has signed what it says, and nothing of therapy for
            couples. Choose a name as neutral as that; without one no letter can be asked for.
          </p>
          <TextField
            name="letterName"
            label="Name on letters"
            isOptional
            description="Such as “Office at Elm Street”."
            defaultValue={settings.letterName}
            maxLength={80}
          />
          <TextArea
            name="letterAddress"
            label="Address on letters"
            isOptional
            description="Where an answer is to go."
            rows={3}
            defaultValue={settings.letterAddress}
            maxLength={300}
          />
        </>
      )}

      <h2>Where to turn for help</h2>
      <p className="text-ink-muted">
        Shown to partners after every answer. Nobody watches answers live, so this list matters. Rows left empty are not
        shown.
      </p>
      <SupportContacts contacts={contacts} most={MOST_CONTACTS} />
    </>
  );
}
