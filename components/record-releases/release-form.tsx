import { CheckboxGroup, RadioGroup } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { DateField, TextArea, TextField } from '@/components/ui/form/text-field';
import { LinkButton } from '@/components/ui/link';
import type { FormAction } from '@/lib/action-state';
import { choicesOf } from '@/lib/format/contact-words';
import { type Day, dayAfter } from '@/lib/format/dates';
import { askedByWords, releasedKindWords } from '@/lib/format/records/record-release-words';

type ReleaseFormProps = { action: FormAction; formKey: string; coupleId: string; partnerId: string; today: Day };

const DAYS_IN_FORCE = 90;

/** Who asked for what of one person's record, to whom it goes, what for and until when. */
export function ReleaseForm({ action, formKey, coupleId, partnerId, today }: ReleaseFormProps) {
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      hidden={{ coupleId, partnerId }}
      submit="Make the release"
      pendingLabel="Saving"
      beside={
        <LinkButton href={`/couples/${coupleId}/people/${partnerId}/releases`} variant="quiet">
          Cancel
        </LinkButton>
      }
    >
      <RadioGroup name="askedBy" label="Who asked" options={choicesOf(askedByWords)} layout="row" />
      <TextField name="asker" label="Their name" isOptional maxLength={120} isPrivate />
      <CheckboxGroup
        name="kinds"
        label="What is released"
        description="Process notes are never part of a release."
        options={choicesOf(releasedKindWords).map((choice) =>
          choice.value === 'jointNotes'
            ? {
                ...choice,
                description:
                  'They need the written authorization of each partner. Without it, you decide note by note.',
              }
            : choice,
        )}
      />
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        <DateField name="fromOn" label="From" isOptional />
        <DateField name="toOn" label="To" isOptional />
      </div>
      <TextField
        name="recipientName"
        label="To whom it goes"
        description="A person or an office, as an envelope would name them."
        maxLength={120}
        isPrivate
      />
      <TextArea name="recipientAddress" label="Address" isOptional rows={3} maxLength={400} />
      <TextArea name="purpose" label="What for" rows={2} maxLength={1000} />
      <DateField
        name="untilOn"
        label="In force until"
        description="After this day nothing goes out under it."
        defaultValue={dayAfter(today, DAYS_IN_FORCE)}
        min={today}
      />
    </FormFrame>
  );
}
