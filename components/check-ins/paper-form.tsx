import { QuestionField } from '@/components/check-ins/question-field';
import { FormFrame } from '@/components/ui/form/form-frame';
import { DateField } from '@/components/ui/form/text-field';
import { LinkButton } from '@/components/ui/link';
import type { FormAction } from '@/lib/action-state';
import type { PaperPlace } from '@/lib/check-ins/read-paper-check-in';

type PaperFormProps = { place: PaperPlace; action: FormAction; formKey: string };

/** The questions of the portal on one page, as they stand on the paper. What is left blank there stays blank. */
export function PaperForm({ place, action, formKey }: PaperFormProps) {
  const { couple, partner, assignmentId, unit, assignedOn, questions } = place;
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      hidden={{ coupleId: couple.id, partnerId: partner.id, assignmentId, unit }}
      submit="Save the check-in"
      pendingLabel="Saving"
      beside={
        <LinkButton href={`/couples/${couple.id}/check-ins/paper`} variant="quiet">
          Another step or person
        </LinkButton>
      }
    >
      <DateField name="on" label="Day it is about" defaultValue={couple.today} min={assignedOn} max={couple.today} />
      {questions.map((question) => (
        <QuestionField
          key={question.id}
          question={question}
          label="In their own words. The care team alone reads it."
        />
      ))}
    </FormFrame>
  );
}
