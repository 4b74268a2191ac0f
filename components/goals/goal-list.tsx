import type { ReactNode } from 'react';
import { type GoalShown, type GoalTree, historyOf, sinceOf } from '@/components/goals/goal-words';
import { GoalForm, Press } from '@/components/goals/goal-forms';
import { Chip } from '@/components/ui/chip';
import { Disclosure } from '@/components/ui/disclosure';
import type { FormAction } from '@/lib/action-state';
import { shortDay } from '@/lib/format/dates';

export type GoalActions = { set: FormAction; change: FormAction; move: FormAction };
type Frame = { coupleId: string; today: string; timeZone: string; newKey: () => string };
type GoalListProps = Frame & {
  goals: GoalTree[];
  actions: GoalActions;
  /** Whose they are, for who hears the list. */ of: string;
};

/** Open goals in their order, each with its objectives; those that are met or dropped below, folded. */
export function GoalList({ goals, of, ...frame }: GoalListProps) {
  const open = goals.filter(({ state }) => state === 'open');
  const closed = goals.filter(({ state }) => state !== 'open');
  return (
    <>
      <ol className="goals" aria-label={`Goals of ${of}`}>
        {open.map((goal, at) => (
          <GoalItem key={goal.id} goal={goal} isFirst={at === 0} isLast={at === open.length - 1} {...frame} />
        ))}
      </ol>
      {closed.length > 0 ? (
        <Disclosure summary={`Met or dropped (${closed.length})`}>
          <ul className="goals" aria-label={`Met or dropped goals of ${of}`}>
            {closed.map((goal) => (
              <GoalItem key={goal.id} goal={goal} isFirst isLast {...frame} />
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </>
  );
}

type ItemProps = Frame & { actions: GoalActions; isFirst: boolean; isLast: boolean };

function GoalItem({ goal, ...item }: ItemProps & { goal: GoalTree }) {
  const { coupleId, actions, newKey } = item;
  const { objectives } = goal;
  const open = objectives.filter(({ state }) => state === 'open');
  return (
    <li className="goal">
      <One goal={goal} kind="goal" {...item}>
        {goal.state === 'open' ? (
          <Disclosure summary="Add an objective">
            <GoalForm
              action={actions.set}
              formKey={newKey()}
              hidden={{ coupleId, underId: goal.id }}
              label={`An objective of: ${goal.words}`}
              kind="objective"
              submit="Add the objective"
            />
          </Disclosure>
        ) : null}
      </One>
      {objectives.length > 0 ? (
        <ul className="goal__objectives" aria-label={`Objectives of: ${goal.words}`}>
          {[...open, ...objectives.filter(({ state }) => state !== 'open')].map((objective) => (
            <li key={objective.id} className="goal">
              <One
                goal={objective}
                kind="objective"
                {...item}
                isFirst={objective === open[0] || objective.state !== 'open'}
                isLast={objective === open.at(-1) || objective.state !== 'open'}
              />
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}

type OneProps = ItemProps & {
  goal: GoalShown;
  kind: 'goal' | 'objective';
  /** What else unfolds. */ children?: ReactNode;
};

/** One goal or objective: its words, where it stands, and behind a press what can be done and what it said before. */
function One({ goal, children, ...item }: OneProps) {
  const { today, timeZone } = item;
  const { words, state, reviewOn } = goal;
  const isOpen = state === 'open';
  const since = sinceOf(goal, timeZone, today);
  return (
    <div className="goal__one">
      <p className={item.kind === 'goal' ? 'goal__words' : 'goal__words goal__words--objective'}>{words}</p>
      <p className="goal__detail">
        {state === 'met' ? <Chip tone="success">Met</Chip> : null}
        {state === 'dropped' ? <Chip>Dropped</Chip> : null}
        {isOpen && reviewOn ? (
          <Chip tone={reviewOn <= today ? 'look' : undefined}>Look again {shortDay(reviewOn, today)}</Chip>
        ) : null}
        <span>{isOpen ? `Since ${since}, written by ${goal.setBy}` : `On ${since}`}</span>
      </p>
      <div className="goal__folds screen-only">
        <Disclosure summary="Change">
          <Changes goal={goal} {...item} />
        </Disclosure>
        {goal.versions.length > 1 ? (
          <Disclosure summary="History">
            <ul className="goal__history">
              {historyOf(goal, timeZone, today).map(({ key, what, when }) => (
                <li key={key}>
                  {what} <span className="text-ink-muted">({when})</span>
                </li>
              ))}
            </ul>
          </Disclosure>
        ) : null}
        {children}
      </div>
    </div>
  );
}

function Changes({ goal, kind, coupleId, newKey, actions, isFirst, isLast }: OneProps) {
  const { id, number, words, state, reviewOn } = goal;
  const hidden = { coupleId, goalId: id, number: String(number) };
  const press = (to: string, does: string) => (
    <Press action={actions.move} formKey={newKey()} hidden={{ ...hidden, to }} label={`${does}: ${words}`}>
      {does}
    </Press>
  );
  if (state !== 'open') return press('open', 'Take up again');
  return (
    <div className="flex flex-col gap-4">
      <div className="goal__acts">
        {press('met', 'Met')}
        {press('dropped', 'Dropped')}
        {isFirst ? null : press('up', 'Move up')}
        {isLast ? null : press('down', 'Move down')}
      </div>
      <GoalForm
        action={actions.change}
        formKey={newKey()}
        hidden={hidden}
        label={`Change: ${words}`}
        kind={kind}
        submit="Save"
        words={words}
        reviewOn={reviewOn}
        isChange
      />
    </div>
  );
}
