// The minute before a session: what needs a look, the numbers, where they differ, what changed, what was written, what may come next.
import { Chip } from '@/components/ui/chip';
import { LinkButton, TextLink } from '@/components/ui/link';
import { Card, Facts, Section } from '@/components/ui/page-parts';
import { PartnerMark } from '@/components/ui/partner-mark';
import type { SinceSession } from '@/lib/couples/read-since';

const tiers = {
  urgent: { words: 'Urgent', tone: 'danger' },
  safety: { words: 'Safety', tone: 'look' },
  talk: { words: 'Talk', tone: 'look' },
  review: { words: 'Review', tone: undefined },
} as const;

export function SinceSessionView({ since }: { since: SinceSession }) {
  const { couple, people, differences, suggestion } = since;
  return (
    <>
      <p className="mb-6 max-w-measure text-ink-muted">
        {since.since ? `What happened since ${since.since}.` : 'There was no session yet: everything so far.'}
        {since.next ? ` The next one begins ${since.next}.` : ' No next session is planned.'}
      </p>
      <div className="since">
        <Flags since={since} />
        <Section heading="Numbers">
          <div className="grid gap-4 sm:grid-cols-2">
            {people.map(({ id, name, place, numbers }) => (
              <Card key={id} as="article">
                <h3 className="text-base wrap-anywhere">
                  <PartnerMark place={place}>{name}</PartnerMark>
                </h3>
                <Facts facts={numbers} />
              </Card>
            ))}
          </div>
        </Section>
        {differences.length > 0 ? (
          <Section heading="Where the two differ">
            <Card>
              <dl className="answers">
                {differences.map(({ assignmentId, title, sentences }) => (
                  <div key={assignmentId}>
                    <dt>{title}</dt>
                    {sentences.map((sentence) => (
                      <dd key={sentence}>{sentence}</dd>
                    ))}
                  </div>
                ))}
              </dl>
            </Card>
          </Section>
        ) : null}
        <Changes changes={since.changes} />
        <Words since={since} />
        {suggestion ? (
          <Section heading="May come next">
            <Card>
              <p className="font-semibold">{suggestion.title}</p>
              <p className="max-w-measure text-ink-muted">{[suggestion.why, ...suggestion.obstacles].join(' ')}</p>
              {suggestion.obstacles.length === 0 ? (
                <LinkButton className="self-start" href={`/couples/${couple.id}/assign?step=${suggestion.stepId}`}>
                  {`Assign “${suggestion.title}”`}
                </LinkButton>
              ) : null}
            </Card>
          </Section>
        ) : null}
      </div>
    </>
  );
}

function Flags({ since: { couple, flags } }: { since: SinceSession }) {
  return (
    <Section heading="Needs a look">
      {flags.length === 0 ? (
        <p className="text-ink-muted">Nothing waits for an answer.</p>
      ) : (
        <Card>
          <ul className="flex flex-col gap-3">
            {flags.map(({ key, tier, place, headline, times }) => (
              <li key={key} className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <Chip tone={tiers[tier].tone}>{tiers[tier].words}</Chip>
                <PartnerMark place={place}>{headline}</PartnerMark>
                {times > 1 ? <span className="text-sm text-ink-muted">{times} times</span> : null}
              </li>
            ))}
          </ul>
          <TextLink href={`/couples/${couple.id}`}>What was answered is on the plan</TextLink>
        </Card>
      )}
    </Section>
  );
}

function Changes({ changes }: Pick<SinceSession, 'changes'>) {
  return (
    <Section heading="Consent and pauses">
      {changes.length === 0 ? (
        <p className="text-ink-muted">Nobody changed an answer, and nobody paused.</p>
      ) : (
        <Card>
          <ul className="flex flex-col gap-2">
            {changes.map(({ key, place, sentence, on }) => (
              <li key={key} className="flex items-baseline justify-between gap-4">
                <PartnerMark place={place}>{sentence}</PartnerMark>
                <span className="text-sm whitespace-nowrap text-ink-muted">{on}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Section>
  );
}

function Words({ since: { couple, words, more } }: { since: SinceSession }) {
  return (
    <Section heading="Words">
      {words.length === 0 ? (
        <p className="text-ink-muted">Nobody wrote anything.</p>
      ) : (
        <Card>
          <ul className="flex flex-col gap-4">
            {words.map(({ id, place, name, on, about, text }) => (
              <li key={id}>
                <p className="text-sm text-ink-muted">
                  <PartnerMark place={place}>{name}</PartnerMark>
                  {` · ${on} · ${about}`}
                </p>
                <p className="since__words">{text}</p>
              </li>
            ))}
          </ul>
          <TextLink href={`/couples/${couple.id}/check-ins`}>
            {more > 0 ? `${more} more, and every answer` : 'Every answer'}
          </TextLink>
        </Card>
      )}
    </Section>
  );
}
