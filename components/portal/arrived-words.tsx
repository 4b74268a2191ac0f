import { FormFrame } from '@/components/ui/form/form-frame';
import type { FormAction } from '@/lib/action-state';
import { weekdayAndDay } from '@/lib/format/dates';

type ArrivedWordsProps = {
  words: { id: string; text: string; on: string; isKept: boolean; leavesOn: string; formKey: string };
  today: string;
  keep: FormAction;
};

/** Words the other shared: kept, or leaving on their day. */
export function WordsToKeep({ words: { id, text, on, isKept, leavesOn, formKey }, today, keep }: ArrivedWordsProps) {
  const day = weekdayAndDay(on, today);
  return (
    <figure className="words">
      <blockquote>{text}</blockquote>
      <figcaption>
        Shared {day}. {isKept ? 'You keep it.' : `Leaves ${weekdayAndDay(leavesOn, today)}.`}
      </figcaption>
      <FormFrame
        action={keep}
        formKey={formKey}
        hidden={{ id, isKept: isKept ? 'no' : 'yes' }}
        submit={isKept ? 'Let it go' : 'Keep it'}
        submitVariant="secondary"
        label={isKept ? `Let the words of ${day} go` : `Keep the words of ${day}`}
      >
        {null}
      </FormFrame>
    </figure>
  );
}
