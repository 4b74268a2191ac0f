import type { FlagOnPage } from '@/components/plan/plan-on-page';
import { Chip } from '@/components/ui/chip';
import { RadioGroup } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { Icon } from '@/components/ui/icon';
import { LateDisclosure } from '@/components/ui/late-disclosure';
import { TextLink } from '@/components/ui/link';
import { Section } from '@/components/ui/page-parts';
import { PartnerMark } from '@/components/ui/partner-mark';
import type { FormAction } from '@/lib/action-state';

const tiers = {
  urgent: { words: 'Urgent', tone: 'danger' },
  safety: { words: 'Safety', tone: 'look' },
  talk: { words: 'Talk', tone: 'look' },
  review: { words: 'Review', tone: undefined },
} as const;

const OUTCOMES = [
  { value: 'talked', label: 'I talked with them, alone' },
  { value: 'called', label: 'I called or wrote, in the way they said is safe' },
  { value: 'noted', label: 'I have noted it' },
];

type NeedsALookProps = { coupleId: string; flags: FlagOnPage[]; action: FormAction };

/** What needs a look, the gravest first. What was answered stands behind a click, so that a glance at the screen tells nothing. */
export function NeedsALook({ coupleId, flags, action }: NeedsALookProps) {
  if (flags.length === 0) return null;
  return (
    <Section heading="Needs a look">
      <ul className="flags">
        {flags.map((flag) => (
          <li key={flag.flagIds}>
            <LateDisclosure
              className="flag"
              summary={
                <>
                  <Chip tone={tiers[flag.tier].tone} icon={<Icon name="alert" />}>
                    {tiers[flag.tier].words}
                  </Chip>
                  <PartnerMark place={flag.place}>{flag.headline}</PartnerMark>
                  <small>{flag.when}</small>
                </>
              }
            >
              {() => (
                <>
                  <Raised flag={flag} />
                  {flag.isChange ? (
                    <Decline coupleId={coupleId} flag={flag} action={action} />
                  ) : (
                    <FormFrame
                      action={action}
                      formKey={flag.formKey}
                      hidden={{ coupleId, flagIds: flag.flagIds }}
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
                  )}
                </>
              )}
            </LateDisclosure>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** A change that was asked is merged on the sheet of its conditions, or left as it is here. */
function Decline({ coupleId, flag, action }: { coupleId: string; flag: FlagOnPage; action: FormAction }) {
  return (
    <FormFrame
      action={action}
      formKey={flag.formKey}
      hidden={{ coupleId, flagIds: flag.flagIds, outcome: 'declined' }}
      submit="Leave it as it is"
      submitVariant="secondary"
      label={`Leave it as it is: ${flag.headline}`}
      beside={
        flag.mergeHref ? <TextLink href={flag.mergeHref}>Merge into the conditions both see</TextLink> : undefined
      }
    >
      <p className="text-sm text-ink-muted">
        Leaving it tells neither of them and opens nothing. Whoever asked is asked again a week after their answer.
      </p>
    </FormFrame>
  );
}

const settlingWords = ({ tier }: FlagOnPage) =>
  tier === 'safety' || tier === 'urgent'
    ? 'Settling ends the hold of this answer. Nothing opens by it: that takes a fresh yes from that person, and your release.'
    : undefined;

function Raised({ flag }: { flag: FlagOnPage }) {
  return (
    <ul className="flex flex-col gap-3">
      {flag.raised.map(({ id, question, answer, about }) => (
        <li key={id}>
          {question ? <p className="text-ink-muted">{question}</p> : null}
          <p className={question ? 'font-semibold' : undefined}>{answer}</p>
          <p className="text-sm text-ink-muted">{about}</p>
        </li>
      ))}
    </ul>
  );
}
