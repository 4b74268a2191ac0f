import { CircleAlert } from 'lucide-react';
import { Chip } from '@/components/ui/chip';
import { RadioGroup } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { Section } from '@/components/ui/page-parts';
import { PartnerMark } from '@/components/ui/partner-mark';
import type { FormAction } from '@/lib/action-state';
import type { ShownFlag } from '@/lib/plan/read-couple-plan';

const tiers = {
  urgent: { words: 'Urgent', tone: 'danger' },
  safety: { words: 'Safety', tone: 'look' },
  talk: { words: 'Talk', tone: 'look' },
  review: { words: 'Review', tone: 'neutral' },
} as const;

const OUTCOMES = [
  { value: 'talked', label: 'I talked with them, alone' },
  { value: 'called', label: 'I called or wrote, in the way they said is safe' },
  { value: 'noted', label: 'I have noted it' },
];

type NeedsALookProps = { flags: ShownFlag[]; action: FormAction };

/** What needs a look, the gravest first. What was answered stands behind a click, so that a glance at the screen tells nothing. */
export function NeedsALook({ flags, action }: NeedsALookProps) {
  if (flags.length === 0) return null;
  return (
    <Section heading="Needs a look">
      <ul className="flags">
        {flags.map((flag) => (
          <li key={flag.key}>
            <details className="flag">
              <summary>
                <Chip tone={tiers[flag.tier].tone} icon={<CircleAlert aria-hidden="true" />}>
                  {tiers[flag.tier].words}
                </Chip>
                <PartnerMark place={flag.place}>{flag.headline}</PartnerMark>
                <span className="text-sm text-ink-muted">
                  {flag.times > 1 ? `${flag.times} times, last ` : ''}
                  {flag.raisedWords[0]}
                </span>
              </summary>
              <div className="flag__body">
                <Raised flag={flag} />
                <FormFrame
                  action={action}
                  formKey={flag.formKey}
                  hidden={{ coupleId: flag.coupleId, flagIds: flag.ids.join(',') }}
                  submit="Settle"
                  submitVariant="secondary"
                  label={`Settle, ${tiers[flag.tier].words.toLowerCase()}: ${flag.headline}`}
                >
                  <RadioGroup
                    name="outcome"
                    label="What did you do?"
                    description={settlingWords(flag)}
                    options={OUTCOMES}
                  />
                </FormFrame>
              </div>
            </details>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const settlingWords = ({ tier }: ShownFlag) =>
  tier === 'safety' || tier === 'urgent'
    ? 'Settling ends the hold of this answer. Nothing opens by it: that takes a fresh yes from that person, and your release.'
    : undefined;

function Raised({ flag }: { flag: ShownFlag }) {
  return (
    <ul className="flex flex-col gap-3">
      {flag.raised.map(({ id, source, question, answer, stepTitle, reason }, at) => (
        <li key={id}>
          {source === 'pause' ? (
            <p>{reason === 'pause' ? 'Paused. No reason was asked for.' : 'Paused, and took it back the same day.'}</p>
          ) : (
            <>
              <p className="text-ink-muted">{question ?? 'An answer'}</p>
              <p className="font-semibold">{answer ?? 'No answer kept'}</p>
            </>
          )}
          <p className="text-sm text-ink-muted">
            {stepTitle ? `${stepTitle} · ` : ''}
            {flag.raisedWords[at]}
          </p>
        </li>
      ))}
    </ul>
  );
}
