import type { ReactNode } from 'react';
import { EyeOff, Users } from 'lucide-react';
import { ReviewForm, ReviewMark, Versions } from '@/components/library/review-mark';
import { StandForm } from '@/components/library/stand-form';
import { Banner } from '@/components/ui/banner';
import { Chip } from '@/components/ui/chip';
import { Disclosure } from '@/components/ui/disclosure';
import { LinkButton, TextLink } from '@/components/ui/link';
import { Card, Facts, PageHeader } from '@/components/ui/page-parts';
import { minutesWords, rhythmWords } from '@/lib/format/rhythms';
import type { FormAction } from '@/lib/action-state';
import { intensityWords, modeWords, unitWords } from '@/lib/format/step-words';
import type { Asked, StepView } from '@/lib/program/read-library';

type StepPageProps = {
  step: StepView;
  review: { action: FormAction; formKey: string; as: string };
  stand: { action: FormAction; formKey: string };
};

/** One step: as a partner sees it, apart from what only staff see. */
export function StepPage({ step, review, stand }: StepPageProps) {
  const { stepId, version, versions, mayEdit } = step;
  const isNewest = version === versions[0]?.version;
  return (
    <>
      <PageHeader
        back={<TextLink href="/library">Library</TextLink>}
        title={step.title}
        chips={step.isRetired && isNewest ? <Chip>Retired</Chip> : <ReviewMark review={step.review} />}
        actions={
          <>
            <LinkButton href={`/library/${stepId}/preview/${version}`}>Preview</LinkButton>
            <LinkButton href={`/library/${stepId}/print`}>Print as a card</LinkButton>
            {mayEdit ? (
              <>
                <LinkButton href={`/library/${stepId}/copy`}>Copy</LinkButton>
                {step.isRetired ? null : <LinkButton href={`/library/${stepId}/edit`}>Edit</LinkButton>}
              </>
            ) : null}
          </>
        }
        lead={`${step.stage} · ${modeWords[step.mode]} · ${intensityWords(step.intensity)} · version ${version}`}
      />
      {step.isRetired ? (
        <div className="mb-6">
          <Banner>This step is retired: it is offered no more. Couples who were given it keep it.</Banner>
        </div>
      ) : null}
      {isNewest ? null : (
        <div className="mb-6">
          <Banner action={<TextLink href={`/library/${stepId}`}>Read the newest</TextLink>}>
            This is an earlier version. Couples who were given it keep it.
          </Banner>
        </div>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <PartnersSide step={step} />
        <StaffSide step={step} />
      </div>
      <div className="mt-8 grid items-start gap-6 lg:grid-cols-2">
        <Versions step={step} />
        {mayEdit && !step.review && !step.isRetired ? <ReviewForm step={step} {...review} /> : null}
        {mayEdit && isNewest ? <StandForm step={step} {...stand} /> : null}
      </div>
    </>
  );
}

function PartnersSide({ step }: { step: StepView }) {
  const { why, units, adaptations } = step.partners;
  return (
    <Card as="section">
      <Audience icon={<Users aria-hidden="true" />} tone="shared">
        As a partner sees it
      </Audience>
      <h2 className="text-2xl">{step.title}</h2>
      <div className="step-text">
        <p>{why}</p>
      </div>
      {units.map(({ unit, isAlone, minutes, instructions, before, after }) => (
        <div key={unit} className="flex flex-col gap-3">
          <h3 className="text-lg">{unitWords[unit] || (isAlone ? 'Alone' : 'Together')}</h3>
          <p className="text-ink-muted">{minutesWords(minutes)}</p>
          <ol className="step-text list-decimal ps-6">
            {instructions.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ol>
          <Disclosure summary="What is asked before and after">
            <Questions heading="Before it opens, each alone" asked={before} />
            <Questions heading="Afterwards, each alone" asked={after} />
          </Disclosure>
        </div>
      ))}
      {adaptations.length > 0 ? (
        <div className="flex flex-col gap-2">
          <h3 className="text-lg">Adaptations you may choose</h3>
          <ul className="flex flex-col gap-2">
            {adaptations.map(({ text, when, isForBoth }) => (
              <li key={text}>
                {text}
                <span className="block text-sm text-ink-muted">
                  {when} · {isForBoth ? 'shown to both' : 'only for the person it is for'}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </Card>
  );
}

function StaffSide({ step }: { step: StepView }) {
  const { staff } = step;
  return (
    <Card as="section" isPlain>
      <Audience icon={<EyeOff aria-hidden="true" />} tone="private">
        Only staff see this
      </Audience>
      <Lines heading="Purpose" lines={[staff.purpose]} />
      <Lines heading="Cautions" lines={staff.cautions} />
      <Lines heading="For you to judge" lines={staff.judgment} />
      <Lines heading="Notes" lines={staff.notes ? [staff.notes] : []} />
      <Lines heading="To be done first" lines={staff.requires} empty="Nothing: it can be assigned from the start." />
      <Lines heading="It opens when" lines={staff.opens} />
      <Lines heading="You set" lines={staff.fields} />
      <Facts
        facts={[
          { name: 'Rhythm', value: rhythmWords(staff.rhythm) },
          { name: 'A yes holds', value: staff.consentEvery === 'week' ? 'For a week' : 'Until it is withdrawn' },
          {
            name: 'Easier',
            value: staff.easier.stepId ? (
              <TextLink href={`/library/${staff.easier.stepId}`}>{staff.easier.text}</TextLink>
            ) : (
              staff.easier.text
            ),
          },
          { name: 'Evidence', value: staff.evidence },
        ]}
      />
      <p className="text-sm text-ink-muted">{staff.evidenceKey.split(';').slice(0, 2).join(';')}</p>
    </Card>
  );
}

function Audience({ icon, tone, children }: { icon: ReactNode; tone: 'shared' | 'private'; children: ReactNode }) {
  return (
    <div>
      <Chip tone={tone} icon={icon}>
        {children}
      </Chip>
    </div>
  );
}

function Lines({ heading, lines, empty }: { heading: string; lines: string[]; empty?: string }) {
  if (lines.length === 0 && !empty) return null;
  return (
    <div className="flex flex-col gap-1">
      <h3 className="text-lg">{heading}</h3>
      {lines.length > 1 ? (
        <ul className="list-disc ps-5">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : (
        <p>{lines[0] ?? empty}</p>
      )}
    </div>
  );
}

function Questions({ heading, asked }: { heading: string; asked: Asked[] }) {
  if (asked.length === 0) return null;
  return (
    <div className="mb-3 flex flex-col gap-1">
      <h4 className="font-semibold">{heading}</h4>
      <ul className="flex flex-col gap-2">
        {asked.map(({ ask, answers }) => (
          <li key={ask}>
            {ask}
            <span className="block text-sm text-ink-muted">{answers.join(' · ')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
