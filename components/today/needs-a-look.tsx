import type { ReactNode } from 'react';
import { AnswerRequest, type ContactRequest } from '@/components/today/answer-request';
import { Chip, type Tone } from '@/components/ui/chip';
import { Disclosure } from '@/components/ui/disclosure';
import { LinkButton } from '@/components/ui/link';
import type { FormAction } from '@/lib/action-state';
import type { Day } from '@/lib/format/dates';

type Tier = 'urgent' | 'safety' | 'talk' | 'review';

export type LookLine = {
  key: string;
  href: string;
  coupleLabel: string;
  /** What to do, with initials only. */
  headline: string;
  tier: Tier | 'asked' | 'paused' | 'closed';
  /** "By Tue 24 Nov", where it is due by a working day. */
  due: string | null;
  /** "since 22 Nov" or "3 times since 20 Nov"; null where the headline says when. */
  since: string | null;
  /** What was asked and answered, behind a press. */
  /** Somebody asks to be contacted. */
  request: ContactRequest | null;
  reasons: { id: string; day: string; step: string | null; question: string; answer: string | null }[];
};

const tiers: Record<LookLine['tier'], { tone: Tone; words: string }> = {
  urgent: { tone: 'danger', words: 'Today' },
  safety: { tone: 'look', words: 'Safety' },
  talk: { tone: 'look', words: 'By the next working day' },
  review: { tone: 'neutral', words: 'Before the next session' },
  asked: { tone: 'neutral', words: 'To answer by the safe way' },
  paused: { tone: 'paused', words: 'Paused' },
  closed: { tone: 'look', words: 'To read' },
};

const SHOWN_AT_ONCE = 8;

type NeedsALookProps = { lines: LookLine[]; answer: FormAction; today: Day };

/** What needs a look, the gravest first. The answer itself stands behind a press: others may see this screen. */
export function NeedsALook({ lines, ...rest }: NeedsALookProps) {
  const folded = lines.slice(SHOWN_AT_ONCE);
  return (
    <>
      <Looks lines={lines.slice(0, SHOWN_AT_ONCE)} {...rest} />
      {folded.length > 0 ? (
        <Disclosure summary={`Show ${folded.length} more`}>
          <Looks lines={folded} {...rest} />
        </Disclosure>
      ) : null}
    </>
  );
}

function Looks({ lines, answer, today }: NeedsALookProps) {
  return (
    <Rows>
      {lines.map((line) => (
        <li key={line.key} className="day-row" data-tier={line.tier}>
          <div className="flex min-w-0 flex-1 flex-col gap-1">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <strong>{line.headline}</strong>
              <Chip tone={tiers[line.tier].tone}>{line.due ?? tiers[line.tier].words}</Chip>
            </p>
            <p className="text-sm text-ink-muted">{[line.coupleLabel, line.since].filter(Boolean).join(', ')}</p>
            {line.reasons.length > 0 ? <Reasons reasons={line.reasons} /> : null}
            {line.request ? <AnswerRequest request={line.request} action={answer} today={today} /> : null}
          </div>
          <LinkButton href={line.href} size="sm" aria-label={`Open ${line.coupleLabel}: ${line.headline}`}>
            Open
          </LinkButton>
        </li>
      ))}
    </Rows>
  );
}

function Reasons({ reasons }: { reasons: LookLine['reasons'] }) {
  return (
    <Disclosure summary="What was answered">
      <ul className="flex flex-col gap-3">
        {reasons.map((reason) => (
          <li key={reason.id}>
            <p className="text-sm text-ink-muted">
              {reason.day}
              {reason.step ? `, ${reason.step}` : ''}
            </p>
            <p>
              {reason.question}
              {reason.answer ? <strong> {reason.answer}</strong> : null}
            </p>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

export function Rows({ children }: { children: ReactNode }) {
  return <ul className="day-rows">{children}</ul>;
}
