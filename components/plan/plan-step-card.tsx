import { ActForm } from '@/components/plan/act-form';
import { Chip } from '@/components/ui/chip';
import { Disclosure } from '@/components/ui/disclosure';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page-parts';
import { PartnerMark } from '@/components/ui/partner-mark';
import type { FormAction } from '@/lib/action-state';
import type { Terms } from '@/lib/format/assigned-terms';
import type { Lane, PlanStep, PlanUnit } from '@/lib/plan/plan-view';

type PlanStepCardProps = { coupleId: string; step: PlanStep; action: FormAction };

/** One step on the plan: a lane for each partner, why it is closed, what may be done about it. */
export function PlanStepCard({ coupleId, step, action }: PlanStepCardProps) {
  const hidden = { coupleId, assignmentId: step.id };
  const hasOneUnit = step.units.length === 1;
  return (
    <Card as="article" id={`step-${step.id}`} className="plan-step">
      <header className="flex flex-col gap-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h3 className="text-lg">{step.title}</h3>
          {step.isHeld ? <Chip tone="paused">On hold</Chip> : null}
          {hasOneUnit && step.units[0]?.status ? (
            <Chip tone={step.units[0].status.tone}>{step.units[0].status.words}</Chip>
          ) : null}
        </div>
        <p className="text-sm text-ink-muted">{step.facts}</p>
      </header>

      {step.units.map((unit) => (
        <UnitLanes
          key={unit.unit}
          unit={unit}
          hasHeading={!hasOneUnit}
          action={action}
          hidden={hidden}
          title={step.title}
        />
      ))}

      {step.hasChanges ? (
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <Chip tone="private">Asked to change or leave out</Chip>
          <TextLink href={step.changeHref}>Merge into the conditions both see</TextLink>
        </p>
      ) : null}

      <div className="plan-step__foot">
        {hasOneUnit && step.units[0] ? (
          <UnitActs unit={step.units[0]} action={action} hidden={hidden} title={step.title} />
        ) : null}
        <Disclosure summary="What both read">
          <TermsRead terms={step.terms} />
        </Disclosure>
        <Disclosure
          summary={
            <>
              More<span className="sr-only"> for {step.title}</span>
            </>
          }
        >
          <div className="flex flex-col gap-3">
            <div className="flex flex-wrap gap-x-5 gap-y-1">
              <TextLink href={step.easier.href}>{step.easier.label}</TextLink>
              <TextLink href={step.changeHref}>Change the conditions</TextLink>
            </div>
            <ActForm
              action={action}
              formKey={step.moreKey}
              hidden={hidden}
              label={`More for ${step.title}`}
              acts={step.more.map((act) => ({
                ...act,
                variant: act.value === 'closeForBoth' ? 'dangerQuiet' : 'secondary',
              }))}
            />
            {step.more.some(({ value }) => value === 'closeForBoth') ? (
              <p className="max-w-measure text-sm text-ink-muted">
                Hold and step back reach both at the next turn. “Close it for both now” is the last resort: the other
                partner may notice the time.
              </p>
            ) : null}
          </div>
        </Disclosure>
      </div>
    </Card>
  );
}

type UnitLanesProps = {
  unit: PlanUnit;
  hasHeading: boolean;
  action: FormAction;
  hidden: Record<string, string>;
  title: string;
};

function UnitLanes({ unit, hasHeading, action, hidden, title }: UnitLanesProps) {
  return (
    <div className="flex flex-col gap-2">
      {hasHeading ? (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-semibold">{unit.heading}</span>
          {unit.status ? <Chip tone={unit.status.tone}>{unit.status.words}</Chip> : null}
        </p>
      ) : null}
      <ul className="lanes">
        {unit.lanes.map((lane) => (
          <LaneRow key={lane.partner.id} lane={lane} />
        ))}
      </ul>
      {unit.status?.next ? <p className="max-w-measure">{unit.status.next}</p> : null}
      {hasHeading ? <UnitActs unit={unit} action={action} hidden={hidden} title={title} /> : null}
    </div>
  );
}

function UnitActs({ unit, action, hidden, title }: Omit<UnitLanesProps, 'hasHeading'>) {
  if (unit.acts.length === 0) return null;
  return (
    <ActForm
      action={action}
      formKey={unit.formKey}
      hidden={hidden}
      label={`${title}${unit.heading ? `, ${unit.heading}` : ''}`}
      acts={unit.acts.map((act) => ({ ...act, variant: act.value.startsWith('release.') ? 'primary' : 'secondary' }))}
    />
  );
}

function LaneRow({ lane }: { lane: Lane }) {
  const { partner, consent, isYes, state, said, checkIns } = lane;
  return (
    <li className="lane" data-partner={partner.place}>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <PartnerMark place={partner.place}>
          <span className="font-semibold">{partner.name}</span>
        </PartnerMark>
        {state ? <Chip>{state}</Chip> : null}
      </p>
      <p className={isYes ? undefined : 'text-ink-muted'}>{consent}</p>
      {checkIns.length > 0 ? (
        <p className="tabular text-sm">
          <span className="text-ink-muted">Comfort </span>
          {checkIns.map((one, at) => (
            <span key={one}>
              {at > 0 ? ' · ' : ''}
              <span className="whitespace-nowrap">{one}</span>
            </span>
          ))}
        </p>
      ) : null}
      {said.length > 0 ? (
        <Disclosure
          summary={
            <>
              Answers<span className="sr-only"> of {partner.name}</span>
            </>
          }
        >
          <dl className="flex flex-col gap-2 text-sm">
            {said.map(({ ask, answer }) => (
              <div key={ask}>
                <dt className="text-ink-muted">{ask}</dt>
                <dd className="break-words whitespace-pre-line">{answer}</dd>
              </div>
            ))}
          </dl>
        </Disclosure>
      ) : null}
    </li>
  );
}

function TermsRead({ terms }: { terms: Terms }) {
  if (terms.conditions.length === 0 && !terms.line)
    return <p className="text-ink-muted">No conditions and no line of your own: only the step’s text.</p>;
  return (
    <div className="flex max-w-measure flex-col gap-2">
      {terms.line ? <p className="step-line">{terms.line}</p> : null}
      {terms.conditions.length > 0 ? (
        <ul className="list-disc ps-5">
          {terms.conditions.map((condition) => (
            <li key={condition}>{condition}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
