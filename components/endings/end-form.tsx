import { RadioGroup } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { TextArea } from '@/components/ui/form/text-field';
import { LinkButton } from '@/components/ui/link';
import type { FormAction } from '@/lib/action-state';
import { LONGEST } from '@/lib/endings/schema';
import { endingReasonWords } from '@/lib/format/couple-words';

/** Ending work with a couple: why, and the closing summary. */
export function EndForm({ action, formKey, coupleId }: { action: FormAction; formKey: string; coupleId: string }) {
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      hidden={{ coupleId }}
      submit="End the work"
      pendingLabel="Saving"
      beside={
        <LinkButton href={`/couples/${coupleId}/history`} variant="quiet">
          Cancel
        </LinkButton>
      }
    >
      <RadioGroup
        name="reason"
        label="Why it ends"
        options={Object.entries(endingReasonWords).map(([value, label]) => ({ value, label }))}
      />
      <TextArea
        name="words"
        label="In your words"
        isOptional
        description="In the couple’s record, so without what one of them told you alone."
        rows={2}
        maxLength={LONGEST.words}
      />
      <TextArea
        name="summary"
        label="Closing summary"
        description="Why they came, what was worked on, where they stand, what you recommend. In the couple’s record; only the care team reads it."
        rows={10}
        maxLength={LONGEST.summary}
      />
    </FormFrame>
  );
}
