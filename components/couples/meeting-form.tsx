import { Checkbox, RadioGroup } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { DateField, TextArea, TextField } from '@/components/ui/form/text-field';
import { LinkButton } from '@/components/ui/link';
import type { FormAction } from '@/lib/action-state';
import { outcomeWords } from '@/lib/format/couple-words';
import type { Day } from '@/lib/format/dates';
import { LONGEST } from '@/lib/meetings-alone/schema';

type MeetingFormProps = {
  action: FormAction;
  formKey: string;
  coupleId: string;
  partner: { id: string; contactInstruction: string; canBeInvited: boolean; hasUserName: boolean };
  today: Day;
};

/** The meeting with one partner alone, after it took place. */
export function MeetingForm({ action, formKey, coupleId, partner, today }: MeetingFormProps) {
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      hidden={{ coupleId, partnerId: partner.id }}
      submit="Record the meeting"
      pendingLabel="Saving"
      beside={
        <LinkButton href={`/couples/${coupleId}/people`} variant="quiet">
          Cancel
        </LinkButton>
      }
    >
      <DateField
        name="metOn"
        label="Day of the meeting"
        description="Earlier days too."
        defaultValue={today}
        max={today}
      />
      <Checkbox name="isBeforeHearth" label="This was before the couple came to Hearth" />
      <RadioGroup
        name="wasAlone"
        label="Were you alone with them, in the room or on the call?"
        options={[
          { value: 'yes', label: 'Yes' },
          {
            value: 'notSure',
            label: 'Not sure',
            description: 'Someone may have listened. Steps together stay closed until you have met them surely alone.',
          },
        ]}
      />
      <RadioGroup
        name="outcome"
        label="How does it go on?"
        options={[
          {
            value: 'jointWork',
            label: outcomeWords.jointWork,
            description: 'As far as this person is concerned, steps together may open.',
          },
          {
            value: 'individualFirst',
            label: outcomeWords.individualFirst,
            description: 'Steps together stay closed for both. Neither is told why.',
          },
        ]}
      />
      <TextArea
        name="plan"
        label="Plan"
        isOptional
        description="In this person’s own record: the care team reads it, and it never enters a joint note."
        maxLength={LONGEST.plan}
      />
      <TextField
        name="contactInstruction"
        label="Contact instruction"
        isOptional
        description="How they may be reached safely, in words for the front desk and without reasons."
        defaultValue={partner.contactInstruction}
        maxLength={LONGEST.instruction}
        isPrivate
      />
      {partner.canBeInvited ? (
        <Checkbox
          name="isInvited"
          label="Invite them now and show the card with their code"
          description={
            partner.hasUserName
              ? 'The card also holds their user name and the link; no mail is sent. Hand it over while you are alone with them.'
              : 'The mail with the link is sent at once. Hand the card over while you are alone with them.'
          }
          isChecked
        />
      ) : null}
    </FormFrame>
  );
}
