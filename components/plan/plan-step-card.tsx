import { ActForm } from '@/components/plan/act-form';
import { WaiveForm, WaiversRead } from '@/components/plan/waivers';
import type { LaneOnPage, StepOnPage, UnitOnPage } from '@/components/plan/plan-on-page';
import { Chip } from '@/components/ui/chip';
import { LateDisclosure } from '@/components/ui/late-disclosure';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page-parts';
import { PartnerMark } from '@/components/ui/partner-mark';
import type { FormAction } from '@/lib/action-state';
import type { Terms } from '@/lib/format/assigned-terms';

const changesWords = {
  merged: 'What was asked is merged',
  unmerged: 'Asked to change or leave out: not merged yet',
  declined: 'Asked to change or leave out: left as it is',
};

type PlanStepCardProps = { coupleId: string; step: StepOnPage; action: FormAction; waive: FormAction };

/** One step on the plan: a lane for each partner, why it is closed, what may be done about it. */
export function PlanStepCard({ coupleId, step, action, waive }: PlanStepCardProps) {
  const { title, units, terms } = step;
  const hidden = { coupleId, assignmentId: step.id };
  const only = units.length === 1 ? units[0] : undefined;
  const acts = (unit: UnitOnPage) => (
    <>
      <UnitActs unit={unit} action={action} hidden={hidden} title={title} />
      <WaiveForm unit={unit} action={waive} hidden={hidden} title={title} />
    </>
  );
  return (
    <Card as="article" id={`step-${step.id}`} className="plan-step">
      <header className="plan-step__head">
        <h3>{title}</h3>
        {step.isHeld ? <Chip tone="paused">On hold</Chip> : null}
        {only?.status ? <Chip tone={only.status.tone}>{only.status.words}</Chip> : null}
        <p>{step.facts}</p>
      </header>

      {only ? (
        <Lanes unit={only} />
      ) : (
        units.map((unit) => (
          <div key={unit.unit} className="plan-step__unit">
            <p className="plan-step__head">
              <b>{unit.heading}</b>
              {unit.status ? <Chip tone={unit.status.tone}>{unit.status.words}</Chip> : null}
            </p>
            <Lanes unit={unit} />
            {acts(unit)}
          </div>
        ))
      )}

      {step.changes && step.termsHref ? (
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <Chip tone="private">{changesWords[step.changes]}</Chip>
          <TextLink href={step.termsHref}>
            {step.changes === 'unmerged' ? 'Merge into the conditions both see' : 'See what was asked'}
          </TextLink>
        </p>
      ) : null}

      {step.newer ? (
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <Chip tone="accent">Version {step.newer.version} is in the library</Chip>
          <TextLink href={step.newer.href}>
            See what changed<span className="sr-only">{` in ${title}`}</span>
          </TextLink>
        </p>
      ) : null}

      <div className="plan-step__foot">
        {only ? acts(only) : null}
        <WaiversRead waivers={step.waivers} />
        <LateDisclosure
          summary={step.termsFrom ? `What both read · ${step.termsFrom.toLowerCase()}` : 'What both read'}
        >
          {() => <TermsRead terms={terms} />}
        </LateDisclosure>
        <OwnRead own={step.own} />
        <LateDisclosure
          summary={
            <>
              More<span className="sr-only">{` for ${title}`}</span>
            </>
          }
        >
          {() => <More step={step} action={action} hidden={hidden} />}
        </LateDisclosure>
      </div>
    </Card>
  );
}

/** A lane for each partner, and what comes next for both. */
function Lanes({ unit }: { unit: UnitOnPage }) {
  return (
    <>
      <ul className="lanes">
        {unit.lanes.map((lane) => (
          <LaneRow key={lane.place} lane={lane} />
        ))}
      </ul>
      {unit.differences.length > 0 ? (
        <p className="max-w-measure">
          <b>The two differ: </b>
          {unit.differences.join(' ')}
        </p>
      ) : null}
      {unit.status?.next ? <p className="max-w-measure">{unit.status.next}</p> : null}
    </>
  );
}

type ActsProps = { action: FormAction; hidden: Record<string, string> };

function UnitActs({ unit, action, hidden, title }: ActsProps & { unit: UnitOnPage; title: string }) {
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

/** What is less often needed. */
function More({ step, action, hidden }: ActsProps & { step: StepOnPage }) {
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {step.easier ? <TextLink href={step.easier.href}>{step.easier.label}</TextLink> : null}
        {step.termsHref ? <TextLink href={step.termsHref}>Change the conditions</TextLink> : null}
        {step.changeHref ? <TextLink href={step.changeHref}>Assign it anew</TextLink> : null}
        <TextLink href={`/couples/${hidden.coupleId}/steps/${step.id}/print`}>Print as a card</TextLink>
      </div>
      {step.more.length > 0 ? (
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
      ) : null}
      {step.more.some(({ value }) => value === 'closeForBoth') ? (
        <p className="max-w-measure text-sm text-ink-muted">
          Hold and step back reach both at the next turn. “Close it for both now” is the last resort: the other partner
          may notice the time.
        </p>
      ) : null}
    </div>
  );
}

function LaneRow({ lane }: { lane: LaneOnPage }) {
  const { place, name, consent, isYes, state, said, checkIns } = lane;
  return (
    <li className="lane" data-partner={place}>
      <p className="partner-mark">
        {name}
        {state ? <Chip>{state}</Chip> : null}
      </p>
      <p className={isYes ? undefined : 'text-ink-muted'}>{consent}</p>
      {checkIns.length > 0 ? (
        <p className="lane__comfort">
          <span>Comfort </span>
          {unbroken(checkIns)}
        </p>
      ) : null}
      {said.length > 0 ? (
        <LateDisclosure
          summary={
            <>
              Answers<span className="sr-only">{` of ${name}`}</span>
            </>
          }
        >
          {() => (
            <dl className="flex flex-col gap-2 text-sm">
              {said.map(({ ask, answer }) => (
                <div key={ask}>
                  <dt className="text-ink-muted">{ask}</dt>
                  <dd className="break-words whitespace-pre-line">{answer}</dd>
                </div>
              ))}
            </dl>
          )}
        </LateDisclosure>
      ) : null}
    </li>
  );
}

/** Lines break between a day's number and the next day's, never inside. */
const unbroken = (checkIns: string[]) => checkIns.map((one) => one.replaceAll(' ', '\u00a0')).join('\u00a0· ');

/** What one of them alone reads. */
function OwnRead({ own }: Pick<StepOnPage, 'own'>) {
  if (own.length === 0) return null;
  return (
    <LateDisclosure summary="What one of them alone reads">
      {() => (
        <div className="flex max-w-measure flex-col gap-2">
          {own.map(({ name, place, lines }) => (
            <div key={place}>
              <PartnerMark place={place}>{name}</PartnerMark>
              <ul className="list-disc ps-5">
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      )}
    </LateDisclosure>
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
