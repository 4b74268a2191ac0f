import { QuestionField } from '@/components/check-ins/question-field';
import { FormFrame } from '@/components/ui/form/form-frame';
import { KeepTexts } from '@/components/ui/form/keep-texts';
import { SubmitButton } from '@/components/ui/form/submit-button';
import type { FormAction } from '@/lib/action-state';
import { confidentialityWords } from '@/lib/format/partner-words';
import type { NamedQuestion, Policy, UnitInput } from '@/lib/my-day/schema';

type QuestionFormProps = {
  action: FormAction;
  formKey: string;
  unit: UnitInput;
  occasion: 'begin' | 'check-in';
  place: string;
  questions: NamedQuestion[];
  given: Record<string, string>;
  policy: Policy;
  heardEvent: string;
};

/** One question, or all of them. Each may be skipped, and Skip looks like Continue. */
export function QuestionForm({
  action,
  formKey,
  unit,
  occasion,
  place,
  questions,
  given,
  policy,
  heardEvent,
}: QuestionFormProps) {
  const isAll = place === 'all';
  const { assignmentId, unit: name } = unit;
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      hidden={{ assignmentId, unit: name, occasion, place }}
      className={isAll ? 'questions' : 'questions questions--one'}
      submit={
        <div className="pair">
          <SubmitButton variant="secondary">Continue</SubmitButton>
          {isAll ? null : (
            <SubmitButton variant="secondary" name="skip" value="yes">
              Skip
            </SubmitButton>
          )}
        </div>
      }
    >
      {questions.map((question) => (
        <div key={question.id} data-question={question.id}>
          <QuestionField
            question={question}
            given={given[question.id]}
            label={labelOf(question, given, policy, isAll)}
          />
        </div>
      ))}
      {questions.some(({ kind }) => kind === 'text') ? (
        <KeepTexts
          to="/api/drafts"
          about={{ kind: occasion, assignmentId, unit: name }}
          prefix="answers."
          heardEvent={heardEvent}
        />
      ) : null}
    </FormFrame>
  );
}

const PARTNER_SEES =
  'Your partner sees exactly what you write, from the next early morning. You see it once more before it is sent.';

function labelOf({ id }: NamedQuestion, given: Record<string, string>, policy: Policy, isAll: boolean): string {
  const toTherapist = confidentialityWords[policy].label;
  if (id !== 'reflection') return toTherapist;
  if (isAll) return `For “My therapist”: ${toTherapist} For “My partner too”: ${PARTNER_SEES}`;
  return given.reflectionFor === 'My partner too' ? PARTNER_SEES : toTherapist;
}
