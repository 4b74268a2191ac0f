import { FormFrame } from '@/components/ui/form/form-frame';
import type { FormAction } from '@/lib/action-state';
import { weekdayAndDay } from '@/lib/format/dates';

type OwnWordsProps = {
  words: { id: string; text: string; on: string; isWaiting: boolean; leavesOn: string; formKey: string };
  today: string;
  takeBack: FormAction;
};

/** Words one has shared: still to be taken back, or arrived. */
export function OwnWords({ words: { id, text, on, isWaiting, leavesOn, formKey }, today, takeBack }: OwnWordsProps) {
  return (
    <figure className="words">
      <blockquote>{text}</blockquote>
      <figcaption>
        {isWaiting ? 'Arrives in the early morning.' : `Shared ${weekdayAndDay(on, today)}.`} Leaves{' '}
        {weekdayAndDay(leavesOn, today)}, unless your partner keeps it.
      </figcaption>
      {isWaiting ? (
        <FormFrame
          action={takeBack}
          formKey={formKey}
          hidden={{ id }}
          submit="Take it back"
          submitVariant="secondary"
          label={`Take back the words of ${weekdayAndDay(on, today)}`}
        >
          {null}
        </FormFrame>
      ) : null}
    </figure>
  );
}
