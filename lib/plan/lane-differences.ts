/** Where two partners' accounts of one step differ, in words: what each said, never who is right. For the care team alone. */
import 'server-only';
import type { ComfortGiven } from '@/db/queries/plan/plan';
import type { TimelinePlace } from '@/db/queries/timeline';

export type Given = Pick<ComfortGiven, 'partnerId' | 'on' | 'comfort' | 'freeToStop' | 'nextTime'> & {
  unit: TimelinePlace['unit'];
};
type Person = { id: string; name: string };
export type StepDifferences = { assignmentId: string; title: string; sentences: string[] };

/** From here on two numbers for how it was are told apart. */
const FAR_APART = 3;
/** Accounts further apart than this are of different occasions. */
const SAME_OCCASION_DAYS = 7;

/** What somebody wants next time, in a few words, and whether that is as much as before or less. */
const NEXT: Record<string, { wants: string; isLess: boolean }> = {
  Same: { wants: 'the same', isLess: false },
  'Ready to look at the next one': { wants: 'to look at the next one', isLess: false },
  Smaller: { wants: 'something smaller', isLess: true },
  Rest: { wants: 'to rest', isLess: true },
};

/** The newest account of each, of one assignment; none when only one person gave any. */
export function laneDifferences(people: readonly Person[], given: readonly Given[]): string[] {
  const [a, b] = people.flatMap((person) => {
    const last = given.findLast(({ partnerId, unit }) => partnerId === person.id && unit !== 'alone');
    return last ? [{ ...last, name: person.name }] : [];
  });
  if (!a || !b || Math.abs(Date.parse(a.on) - Date.parse(b.on)) > SAME_OCCASION_DAYS * 86_400_000) return [];
  return [comfortApart(a, b), freedomApart(a, b), nextApart(a, b)].filter((sentence) => sentence !== '');
}

type Named = Given & { name: string };

function comfortApart(a: Named, b: Named): string {
  if (a.comfort === null || b.comfort === null || Math.abs(a.comfort - b.comfort) < FAR_APART) return '';
  return `For how it was, ${a.name} gave ${a.comfort} and ${b.name} ${b.comfort}.`;
}

function freedomApart(a: Named, b: Named): string {
  if (a.freeToStop === null || b.freeToStop === null || (a.freeToStop === 'Yes') === (b.freeToStop === 'Yes'))
    return '';
  const [free, other] = a.freeToStop === 'Yes' ? [a, b] : [b, a];
  return `${free.name} felt free to stop; ${other.name} answered “${other.freeToStop}”.`;
}

function nextApart(a: Named, b: Named): string {
  const [ofA, ofB] = [a, b].map(({ nextTime }) => (nextTime === null ? undefined : NEXT[nextTime]));
  if (!ofA || !ofB || ofA.isLess === ofB.isLess) return '';
  return `Next time, ${a.name} wants ${ofA.wants} and ${b.name} ${ofB.wants}.`;
}

/** One check-in as it is compared. */
export function accountOf({
  answers,
  ...of
}: Pick<Given, 'partnerId' | 'on' | 'unit'> & { answers: Readonly<Record<string, unknown>> }): Given {
  const word = (id: string) => (typeof answers[id] === 'string' ? answers[id] : null);
  return {
    ...of,
    comfort: typeof answers.comfort === 'number' ? answers.comfort : null,
    freeToStop: word('freeToStop'),
    nextTime: word('nextTime'),
  };
}

/** Of each assignment that both gave an account of; oldest account first. */
export function stepDifferences(
  people: readonly Person[],
  given: readonly (Given & { assignmentId: string; title: string | null })[],
): StepDifferences[] {
  return [...Map.groupBy(given, ({ assignmentId }) => assignmentId)].flatMap(([assignmentId, accounts]) => {
    const sentences = laneDifferences(people, accounts);
    return sentences.length > 0 ? [{ assignmentId, title: accounts.at(-1)?.title ?? '', sentences }] : [];
  });
}
