import { SelectField } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { DateField, TextArea, TextField } from '@/components/ui/form/text-field';
import { LinkButton } from '@/components/ui/link';
import type { FormAction } from '@/lib/action-state';
import { type Day, dayAfter } from '@/lib/format/dates';
import { professionWords } from '@/lib/format/referral-words';

type ReferralFormProps = { action: FormAction; formKey: string; coupleId: string; partnerId: string; today: Day };

const WEEKS_AHEAD = 28;

/** To whom one partner is sent, why, and by when something is to have come of it. */
export function ReferralForm({ action, formKey, coupleId, partnerId, today }: ReferralFormProps) {
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      hidden={{ coupleId, partnerId }}
      submit="Make the referral"
      pendingLabel="Saving"
      beside={
        <LinkButton href={`/couples/${coupleId}/people`} variant="quiet">
          Cancel
        </LinkButton>
      }
    >
      <SelectField
        name="profession"
        label="Kind of professional"
        placeholder="Choose one"
        options={Object.entries(professionWords).map(([value, label]) => ({ value, label }))}
      />
      <TextField
        name="toName"
        label="To whom"
        description="A person or a practice, as a letter would name them."
        maxLength={120}
        isPrivate
      />
      <TextArea name="toAddress" label="Address" isOptional rows={3} maxLength={400} />
      <TextArea
        name="reason"
        label="Why"
        isOptional
        description="In this person’s own record. It is in no letter: what is told is written with the release."
        maxLength={2000}
      />
      <DateField
        name="dueOn"
        label="Look again by"
        description="On that day it stands on Today, for the whole care team."
        defaultValue={dayAfter(today, WEEKS_AHEAD)}
        min={today}
      />
    </FormFrame>
  );
}
