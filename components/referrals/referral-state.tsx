// Where a referral stands, in one chip.
import { Chip } from '@/components/ui/chip';
import { type Day, shortDay } from '@/lib/format/dates';
import { referralOutcomeWords } from '@/lib/format/referral-words';

type ReferralStateProps = {
  dueOn: Day;
  today: Day;
  outcome: { outcome: keyof typeof referralOutcomeWords; againOn: Day | null } | null;
};

export function ReferralState({ dueOn, today, outcome }: ReferralStateProps) {
  if (outcome && outcome.againOn === null) {
    return (
      <Chip tone={outcome.outcome === 'seen' ? 'success' : undefined}>
        {referralOutcomeWords[outcome.outcome].label}
      </Chip>
    );
  }
  return (
    <Chip tone={dueOn <= today ? 'look' : undefined}>
      {dueOn === today ? 'Due today' : `${dueOn < today ? 'Was due' : 'Due'} ${shortDay(dueOn, today)}`}
    </Chip>
  );
}
