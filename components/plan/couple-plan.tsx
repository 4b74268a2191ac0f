'use client';

// In the browser too, so that a plan crosses once, as data. The chart comes made, because what draws it stays on the server.
import type { ReactNode } from 'react';
import { ActForm } from '@/components/plan/act-form';
import { NeedsALook } from '@/components/plan/needs-a-look';
import { PlanStepCard } from '@/components/plan/plan-step-card';
import { SuggestedStep } from '@/components/plan/suggested-step';
import { Banner } from '@/components/ui/banner';
import { Disclosure } from '@/components/ui/disclosure';
import { LinkButton, TextLink } from '@/components/ui/link';
import { Card, EmptyState, Section } from '@/components/ui/page-parts';
import type { FormAction } from '@/lib/action-state';
import type { CouplePlan } from '@/lib/plan/read-couple-plan';

type CouplePlanViewProps = {
  data: ShownPlan;
  trend: ReactNode;
  changeStep: FormAction;
  changePlan: FormAction;
  settle: FormAction;
};
/** What crosses to the browser: of the couple, its id alone. */
type ShownPlan = Omit<CouplePlan, 'couple' | 'comfort'> & { couple: { id: string } };

/** A couple's plan: what needs a look, what stands on it, what may come next, and how it has been. */
export function CouplePlanView({ data, trend, changeStep, changePlan, settle }: CouplePlanViewProps) {
  const { couple, stages, done, takenOff, flags, suggestion } = data;
  return (
    <>
      <Stops data={data} action={changePlan} />
      <div className="plan">
        <div className="min-w-0">
          <NeedsALook flags={flags} action={settle} />
          {stages.map((stage) => (
            <Section key={stage.n} heading={stage.title}>
              {stage.steps.map((step) => (
                <PlanStepCard key={step.id} coupleId={couple.id} step={step} action={changeStep} />
              ))}
            </Section>
          ))}
          {stages.length === 0 ? (
            <div className="mb-8">
              <EmptyState action={<LinkButton href={`/couples/${couple.id}/assign`}>Choose a step</LinkButton>}>
                {done.length > 0 ? 'Everything on the plan is done.' : 'Nothing is on the plan yet.'}
              </EmptyState>
            </div>
          ) : null}
          {suggestion && stages.length === 0 ? <SuggestedStep coupleId={couple.id} suggestion={suggestion} /> : null}
        </div>
        <aside className="min-w-0" aria-label="Course">
          {suggestion && stages.length > 0 ? <SuggestedStep coupleId={couple.id} suggestion={suggestion} /> : null}
          <Section heading="Comfort over time">
            <Card>
              {trend ?? (
                <p className="text-ink-muted">No check-ins yet. The course shows here from the first number on.</p>
              )}
              <TextLink href={`/couples/${couple.id}/check-ins`}>All check-ins</TextLink>
            </Card>
          </Section>
          {done.length > 0 ? (
            <Section heading="Done">
              <ul className="flex flex-col gap-2">
                {done.map((step) => (
                  <li
                    key={step.id}
                    id={`step-${step.id}`}
                    className="flex flex-wrap items-baseline justify-between gap-x-4"
                  >
                    <span>
                      {step.title} <span className="text-sm text-ink-muted">{step.doneOn}</span>
                    </span>
                    <TextLink href={step.repeatHref}>
                      Repeat<span className="sr-only"> {step.title}</span>
                    </TextLink>
                  </li>
                ))}
              </ul>
            </Section>
          ) : null}
          {takenOff.length > 0 ? (
            <Disclosure summary="Taken off the plan">
              <ul className="flex flex-col gap-1">
                {takenOff.map(({ id, title, on }) => (
                  <li key={id}>
                    {title} <span className="text-sm text-ink-muted">{on}</span>
                  </li>
                ))}
              </ul>
            </Disclosure>
          ) : null}
          <WholePlan data={data} action={changePlan} />
        </aside>
      </div>
    </>
  );
}

/** What stops everything that is shared: a hold, a pause. */
function Stops({ data, action }: { data: ShownPlan; action: FormAction }) {
  const { couple, isPlanHeld, paused, planKey } = data;
  if (!isPlanHeld && paused.length === 0) return null;
  return (
    <div className="mb-6 flex flex-col gap-3">
      {isPlanHeld ? (
        <Banner tone="paused">
          <p className="mb-2">You hold the whole plan: what is shared stays closed. What each does alone stays open.</p>
          <ActForm
            action={action}
            formKey={planKey}
            hidden={{ coupleId: couple.id }}
            label="Lift the hold"
            acts={[{ value: 'liftHold', label: 'Lift the hold' }]}
          />
        </Banner>
      ) : null}
      {paused.map(({ id, name, formKey }) => (
        <Banner key={id} tone="paused">
          <p className="mb-2">
            {name} paused. Lifting it opens nothing: {name} is asked again, and what was closed waits for a fresh yes
            and your release.
          </p>
          <ActForm
            action={action}
            formKey={formKey}
            hidden={{ coupleId: couple.id, partnerId: id }}
            label={`Lift the pause of ${name}`}
            acts={[{ value: 'liftPause', label: 'Lift the pause' }]}
          />
        </Banner>
      ))}
    </div>
  );
}

function WholePlan({ data, action }: { data: ShownPlan; action: FormAction }) {
  const { couple, isPlanHeld, stages, planKey } = data;
  if (stages.length === 0 || isPlanHeld) return null;
  return (
    <Disclosure summary="The whole plan">
      <div className="flex flex-col gap-3">
        <ActForm
          action={action}
          formKey={planKey}
          hidden={{ coupleId: couple.id }}
          label="The whole plan"
          acts={[
            { value: 'hold', label: 'Hold from the next turn' },
            { value: 'closeForBoth', label: 'Close everything shared for both now', variant: 'dangerQuiet' },
          ]}
        />
        <p className="text-sm text-ink-muted">
          Closing it now is the last resort: the other partner may notice the time.
        </p>
      </div>
    </Disclosure>
  );
}
