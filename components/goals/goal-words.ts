/** The words for goals and diagnoses, and what changed from one version to the next. Never a grade. */
import { dayOf, longDay, shortDay } from '@/lib/format/dates';

export type GoalShown = {
  id: string;
  number: number;
  words: string;
  state: 'open' | 'met' | 'dropped';
  reviewOn: string | null;
  setAt: Date;
  setBy: string;
  versions: VersionShown[];
};
export type VersionShown = {
  number: number;
  words: string;
  state: GoalShown['state'];
  reviewOn: string | null;
  position: number;
  by: string;
  at: Date;
};
export type GoalTree = GoalShown & { objectives: GoalShown[] };

export type DiagnosisShown = {
  id: string;
  code: string;
  title: string;
  edition: string;
  from: string;
  to: string | null;
  isInError: boolean;
  said: { kind: 'given' | 'ended' | 'inError'; by: string; at: Date }[];
};

const STATE = { open: 'Taken up again', met: 'Met', dropped: 'Dropped' } as const;
const SAID = { given: 'Given', ended: 'Ended', inError: 'Entered in error' } as const;

/** Short beside today, whole on paper. */
const dayWords = (day: string, today?: string) => (today ? shortDay(day, today) : longDay(day));
const signed = (by: string, at: Date, zone: string, today?: string) => `${dayWords(dayOf(at, zone), today)}, ${by}`;

/** One line for each version, the newest first. */
export const historyOf = (
  { versions }: GoalShown,
  zone: string,
  today: string,
): { key: number; what: string; when: string }[] =>
  versions
    .map((version, at) => ({
      key: version.number,
      what: changeOf(version, versions[at - 1]),
      when: signed(version.by, version.at, zone, today),
    }))
    .toReversed();

function changeOf(version: VersionShown, before: VersionShown | undefined): string {
  const { words, state, reviewOn } = version;
  if (!before) return `Written: “${words}”`;
  const changes = [
    ...(words === before.words ? [] : [`Now “${words}”`]),
    ...(state === before.state ? [] : [STATE[state]]),
    ...(reviewOn === before.reviewOn
      ? []
      : [reviewOn ? `To be looked at on ${longDay(reviewOn)}` : 'No day to look at it']),
  ];
  return changes.join('; ') || 'Moved in the order';
}

export const whoSaid = ({ said }: DiagnosisShown, zone: string, today?: string): string =>
  said.map(({ kind, by, at }) => `${SAID[kind]} on ${signed(by, at, zone, today)}`).join('; ');

export const spanOf = ({ from, to }: DiagnosisShown, today?: string): string =>
  to ? `${dayWords(from, today)} to ${dayWords(to, today)}` : `Since ${dayWords(from, today)}`;

/** When a state was reached. */
export const sinceOf = ({ versions, state }: GoalShown, zone: string, today?: string): string => {
  const reached = versions.findLast((version, at) => version.state === state && versions[at - 1]?.state !== state);
  return reached ? dayWords(dayOf(reached.at, zone), today) : '';
};
