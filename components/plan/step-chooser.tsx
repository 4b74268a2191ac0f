import { Chip } from '@/components/ui/chip';
import { SearchForm } from '@/components/ui/search-form';
import { LinkButton, TextLink } from '@/components/ui/link';
import { EmptyState, Section } from '@/components/ui/page-parts';
import { PreparedSteps } from '@/components/plan/prepared-steps';
import { SuggestedStep } from '@/components/plan/suggested-step';
import type { FormAction } from '@/lib/action-state';
import { intensityWords, modeWords } from '@/lib/format/step-words';
import type { Choosing, StepChoice } from '@/lib/plan/read-assign';

type StepChooserProps = { coupleId: string; choosing: Choosing; discardPrepared: FormAction };

/** Which step to assign: one prepared in the room, the suggested one, or one of the program's. */
export function StepChooser({ coupleId, choosing, discardPrepared }: StepChooserProps) {
  const { asked, own, stages, suggestion } = choosing;
  return (
    <>
      <PreparedSteps coupleId={coupleId} prepared={choosing.prepared} action={discardPrepared} />
      {suggestion && asked === '' ? <SuggestedStep coupleId={coupleId} suggestion={suggestion} /> : null}
      <div className="mb-8 max-w-measure">
        <SearchForm
          label="Search the steps"
          name="q"
          defaultValue={asked}
          placeholder="listening, touch, intensity 2"
        />
      </div>
      <p className="mb-8">
        <LinkButton href={`/couples/${coupleId}/assign/own`}>Write a step in your own words</LinkButton>
      </p>
      {own.length > 0 ? (
        <Section heading="In your own words, for this couple">
          <ul className="step-list">
            {own.map((step) => (
              <li key={step.stepId}>
                <ChoiceRow
                  coupleId={coupleId}
                  step={step}
                  href={`/couples/${coupleId}/assign/own?step=${step.stepId}`}
                />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {stages.length === 0 && own.length === 0 ? (
        <EmptyState action={<TextLink href={`/couples/${coupleId}/assign`}>Show all steps</TextLink>}>
          No step has these words. Try fewer, or others.
        </EmptyState>
      ) : null}
      {stages.map((stage) => (
        <Section key={stage.n} heading={stage.title}>
          <ul className="step-list">
            {stage.steps.map((step) => (
              <li key={step.stepId}>
                <ChoiceRow coupleId={coupleId} step={step} href={`/library/${step.stepId}`} />
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}

function ChoiceRow({ coupleId, step, href }: { coupleId: string; step: StepChoice; href: string }) {
  const isOpen = step.obstacles.length === 0 && !step.isOnPlan;
  const mayWaive = step.mayWaive && !step.isOnPlan;
  return (
    <div className="step-choice">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <TextLink href={href} className="font-semibold">
            {step.title}
          </TextLink>
          {step.isOnPlan ? <Chip tone="accent">On the plan</Chip> : null}
          {step.isReviewed ? null : <Chip tone="look">Not reviewed yet</Chip>}
          <span className="text-sm text-ink-muted">
            {modeWords[step.mode]} · {intensityWords(step.intensity)}
          </span>
        </p>
        <p className="max-w-measure">{step.why}</p>
        {step.obstacles.length > 0 ? (
          <p className="text-sm text-ink-muted">Not yet: {step.obstacles.join(' ')}</p>
        ) : null}
      </div>
      {isOpen || mayWaive ? (
        <LinkButton
          href={`/couples/${coupleId}/assign?step=${step.stepId}`}
          size="sm"
          variant={mayWaive ? 'quiet' : undefined}
          data-opens
        >
          {mayWaive ? 'Waive and choose' : 'Choose'}
          <span className="sr-only"> {step.title}</span>
        </LinkButton>
      ) : null}
    </div>
  );
}
