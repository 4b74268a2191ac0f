import { Clinic } from '@/app/frames/clinic';
import { QuestionField } from '@/components/check-ins/question-field';
import { StepText } from '@/components/portal/step-text';
import { Disclosure } from '@/components/ui/disclosure';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import { confidentialityWords, NOT_A_YES } from '@/lib/format/partner-words';
import { unitWords } from '@/lib/format/step-words';
import { readPreview } from '@/lib/library/read-preview';
import type { NamedQuestion } from '@/lib/my-day/schema';
import { page } from '@/lib/page';

// The partner's page and its questions are the portal's own components, given what the portal would be given.
export default page({
  door: 'clinic',
  read: (tx, { params }) => readPreview(tx, params.stepId, params.version),
  view: ({ data: { stepId, version, units }, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="library" title="Preview">
      <PageHeader
        back={<TextLink href={`/library/${stepId}?version=${version}`}>Back to the step</TextLink>}
        title="As a partner sees it"
        lead={`Version ${version}, on a day on which it is open. A therapist’s conditions, minutes and line to both are added when it is assigned.`}
      />
      <div className="step-previews">
        {units.map((unit) => (
          <section key={unit.unit} aria-label={unitWords[unit.unit] || 'The step'} className="step-previews__unit">
            {unitWords[unit.unit] ? <p className="label">{unitWords[unit.unit]}</p> : null}
            <div className="phone portal__main" data-preview={unit.unit}>
              <StepText unit={unit} />
              <p>{NOT_A_YES}</p>
            </div>
            <Asked name={`${unit.unit}-before`} summary="Asked before it opens" questions={unit.consent} />
            <Asked name={`${unit.unit}-after`} summary="Asked afterwards" questions={unit.checkIn} />
          </section>
        ))}
      </div>
    </Clinic>
  ),
});

function Asked({ name, summary, questions }: { name: string; summary: string; questions: NamedQuestion[] }) {
  return (
    <Disclosure summary={summary}>
      {/* To be looked at: nothing here can be answered or reached by the keyboard. */}
      <div className="phone questions" inert>
        {questions.map((question) => (
          <QuestionField
            key={question.id}
            question={{ ...question, id: `${name}.${question.id}` }}
            label={confidentialityWords.noSecrets.label}
          />
        ))}
      </div>
    </Disclosure>
  );
}
