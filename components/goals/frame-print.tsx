import {
  type DiagnosisShown,
  type GoalShown,
  type GoalTree,
  sinceOf,
  spanOf,
  whoSaid,
} from '@/components/goals/goal-words';
import { LinkButton } from '@/components/ui/link';
import { Facts, PrintHeader } from '@/components/ui/page-parts';
import { PrintButton } from '@/components/ui/print/print-button';
import { dayAndTime, longDay } from '@/lib/format/dates';

type FramePrintProps = {
  /** Whose record this is. */
  record: string;
  goals: GoalTree[];
  /** Left out for the couple's record: a diagnosis is one person's. */
  diagnoses?: DiagnosisShown[];
  back: string;
  practiceName: string;
  timeZone: string;
  now: Date;
};

/** The frame of one record, on paper. */
export function FramePrint({ record, goals, diagnoses, back, practiceName, timeZone, now }: FramePrintProps) {
  const given = diagnoses?.filter(({ isInError }) => !isInError) ?? [];
  return (
    <div className="note-print">
      <div className="mb-6 flex flex-wrap gap-3 screen-only">
        <LinkButton href={back}>Back to the goals</LinkButton>
        <PrintButton>Print</PrintButton>
      </div>
      <PrintHeader left={practiceName} right={`Printed ${dayAndTime(now, timeZone)}`} />
      <h1>{diagnoses ? 'Goals and diagnoses' : 'Goals'}</h1>
      <Facts facts={[{ name: 'Record', value: record }]} />
      {goals.length === 0 ? <p>No goal is written down.</p> : null}
      <ol className="goals-print">
        {goals.map((goal) => (
          <li key={goal.id}>
            <Line goal={goal} timeZone={timeZone} />
            {goal.objectives.length > 0 ? (
              <ul>
                {goal.objectives.map((objective) => (
                  <li key={objective.id}>
                    <Line goal={objective} timeZone={timeZone} />
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ol>
      {diagnoses ? (
        <section className="flex flex-col gap-3">
          <h2 className="text-lg">Diagnoses</h2>
          {given.length === 0 ? <p>None given.</p> : null}
          <ul className="goals-print">
            {given.map((diagnosis) => (
              <li key={diagnosis.id}>
                <p>
                  <strong>{diagnosis.code}</strong> {diagnosis.title} ({diagnosis.edition})
                </p>
                <p className="text-ink-muted">
                  {spanOf(diagnosis)}. {whoSaid(diagnosis, timeZone)}.
                </p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

const STATE = { open: 'Since', met: 'Met on', dropped: 'Dropped on' } as const;

const Line = ({ goal, timeZone }: { goal: GoalShown; timeZone: string }) => (
  <>
    <p className="whitespace-pre-line">{goal.words}</p>
    <p className="text-ink-muted">
      {STATE[goal.state]} {sinceOf(goal, timeZone)}, written by {goal.setBy}
      {goal.state === 'open' && goal.reviewOn ? `; to be looked at on ${longDay(goal.reviewOn)}` : ''}.
    </p>
  </>
);
