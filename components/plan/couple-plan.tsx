'use client';

// In the browser too, so that a plan crosses once, as data.
import { useMemo } from 'react';
import { ActForm } from '@/components/plan/act-form';
import { NeedsALook } from '@/components/plan/needs-a-look';
import type { PlanOnPage } from '@/components/plan/plan-on-page';
import { PlanStepCard } from '@/components/plan/plan-step-card';
import { Practice } from '@/components/plan/practice';
import { SuggestedStep } from '@/components/plan/suggested-step';
import { Banner } from '@/components/ui/banner';
import { ComfortTrend } from '@/components/ui/charts/comfort-trend';
import { LateDisclosure } from '@/components/ui/late-disclosure';
import { LinkButton, TextLink } from '@/components/ui/link';
import { Card, EmptyState, Section } from '@/components/ui/page-parts';
import type { FormAction } from '@/lib/action-state';
import { type Packed, unpacked } from '@/lib/format/packed';

type CouplePlanViewProps = {
  plan: Packed<PlanOnPage>;
  changeStep: FormAction;
  changePlan: FormAction;
  waive: FormAction;
  settle: FormAction;
};

/** A couple's plan: what needs a look, what stands on it, what may come next, and how it has been. */
export function CouplePlanView({ plan, changeStep, changePlan, waive, settle }: CouplePlanViewProps) {
  const data = useMemo(() => unpacked(plan), [plan]);
  const { coupleId, isEnded, stages, done, takenOff, flags, suggestion, course, practice } = data;
  return (
    <>
      {isEnded ? null : <Stops data={data} action={changePlan} />}
      <div className="plan">
        <div className="min-w-0">
          <NeedsALook coupleId={coupleId} flags={flags} action={settle} />
          {stages.map((stage) => (
            <Section key={stage.title} heading={stage.title}>
              {stage.steps.map((step) => (
                <PlanStepCard key={step.id} coupleId={coupleId} step={step} action={changeStep} waive={waive} />
              ))}
            </Section>
          ))}
          {stages.length === 0 ? (
            <div className="mb-8">
              <EmptyState
                action={isEnded ? null : <LinkButton href={`/couples/${coupleId}/assign`}>Choose a step</LinkButton>}
              >
                {done.length > 0 ? 'Everything on the plan is done.' : 'Nothing is on the plan yet.'}
              </EmptyState>
            </div>
          ) : null}
          {suggestion && stages.length === 0 ? <SuggestedStep coupleId={coupleId} suggestion={suggestion} /> : null}
        </div>
        <aside className="min-w-0" aria-label="Course">
          {suggestion && stages.length > 0 ? <SuggestedStep coupleId={coupleId} suggestion={suggestion} /> : null}
          <Section heading="Comfort over time">
            <Card>
              {course ? (
                <ComfortTrend title="Comfort" lowWords="very uncomfortable" highWords="at ease" {...course} />
              ) : (
                <p className="text-ink-muted">No check-ins yet. The course shows here from the first number on.</p>
              )}
              <TextLink href={`/couples/${coupleId}/check-ins`}>All check-ins</TextLink>
            </Card>
          </Section>
          {practice ? <Practice practice={practice} /> : null}
          {done.length > 0 ? (
            <Section heading="Done">
              <ul className="done-list">
                {done.map((step) => (
                  <li key={step.id} id={`step-${step.id}`}>
                    <span>
                      {`${step.title} `}
                      <small>{step.doneOn}</small>
                    </span>
                    {step.repeatHref ? (
                      <TextLink href={step.repeatHref}>
                        Repeat<span className="sr-only">{` ${step.title}`}</span>
                      </TextLink>
                    ) : null}
                  </li>
                ))}
              </ul>
            </Section>
          ) : null}
          {takenOff.length > 0 ? (
            <LateDisclosure summary="Taken off the plan">
              {() => (
                <ul className="flex flex-col gap-1">
                  {takenOff.map(({ id, title, on }) => (
                    <li key={id}>
                      {title} <span className="text-sm text-ink-muted">{on}</span>
                    </li>
                  ))}
                </ul>
              )}
            </LateDisclosure>
          ) : null}
          {isEnded ? null : <WholePlan data={data} action={changePlan} />}
        </aside>
      </div>
    </>
  );
}

type PartProps = { data: PlanOnPage; action: FormAction };

/** What stops everything that is shared: a hold, a pause. */
function Stops({ data, action }: PartProps) {
  const { coupleId, isPlanHeld, paused, planKey } = data;
  if (!isPlanHeld && paused.length === 0) return null;
  return (
    <div className="mb-6 flex flex-col gap-3">
      {isPlanHeld ? (
        <Banner tone="paused">
          <p className="mb-2">You hold the whole plan: what is shared stays closed. What each does alone stays open.</p>
          <ActForm
            action={action}
            formKey={planKey}
            hidden={{ coupleId }}
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
            hidden={{ coupleId, partnerId: id }}
            label={`Lift the pause of ${name}`}
            acts={[{ value: 'liftPause', label: 'Lift the pause' }]}
          />
        </Banner>
      ))}
    </div>
  );
}

function WholePlan({ data, action }: PartProps) {
  const { coupleId, isPlanHeld, stages, planKey } = data;
  if (stages.length === 0 || isPlanHeld) return null;
  return (
    <LateDisclosure summary="The whole plan">
      {() => (
        <div className="flex flex-col gap-3">
          <ActForm
            action={action}
            formKey={planKey}
            hidden={{ coupleId }}
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
      )}
    </LateDisclosure>
  );
}
