/** What needs a look: open flags, repeats of a tier folded into one line per partner, the gravest first. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import type { Tier } from '@/db/program/content';
import { listOpenFlags, type OpenFlag } from '@/db/queries/flags';
import type { ProgramOutline } from '@/db/queries/plan/program-outline';
import type { Day } from '@/lib/format/dates';
import { initials } from '@/lib/format/names';
import { itemOfFlag } from '@/lib/measures/raised-by';
import { nextWorkingDay } from '@/lib/practices/working-time';
import { programOutline } from '@/lib/program/program-outline';
import { ASKED_CHANGE } from './raise';
import { questionIn } from '@/lib/program/question-in';

/** A flag with the words of the question that raised it; null where it was an act. */
export type AskedFlag = OpenFlag & { question: string | null };

export type FlagLine = {
  /** The same for as long as this line stands: couple, partner and tier, and the step of an asked change. */
  key: string;
  /** Every open flag folded into the line, oldest first: what the settle form sends. */
  ids: string[];
  coupleId: string;
  coupleLabel: string;
  partner: { id: string; name: string; position: number };
  tier: Tier;
  /** What to do, with initials only: "Talk with A.E. alone". The answer itself stands behind a click. */
  headline: string;
  /** How to reach that partner, where they ask to be contacted. */
  request: { phone: string; contactInstruction: string } | null;
  /** The assignment of which a change is asked: such a line speaks of nothing else. */
  changeOf: string | null;
  /** How often, when more than once. */
  times: number;
  /** By when somebody talks with them, where that is a working day (rule 11): the one after the first was raised. */
  dueOn: Day | null;
  firstRaisedAt: Date;
  lastRaisedAt: Date;
  /** What was asked and answered, newest first. */
  raised: Pick<AskedFlag, 'id' | 'reason' | 'source' | 'question' | 'answer' | 'stepTitle' | 'raisedAt'>[];
};

/** The order of what needs a look. */
const GRAVITY: readonly Tier[] = ['urgent', 'safety', 'talk', 'review'];

/** Of one couple, or of every couple in whose care team the asker stands. Two statements. */
export async function listFlags(tx: ActorTx, coupleId: string | null): Promise<FlagLine[]> {
  const [open, outline] = await Promise.all([listOpenFlags(tx, coupleId), programOutline(tx)]);
  return flagLines(open, outline);
}

export const flagLines = (open: readonly OpenFlag[], outline: ProgramOutline): FlagLine[] =>
  foldFlags(
    open.map((flag) => {
      // What was answered to a measure is sealed and stands where it is opened on purpose.
      const item = flag.source === 'measure' ? itemOfFlag(flag.reason) : null;
      return {
        ...flag,
        question: item?.ask ?? questionIn(outline, flag.reason)?.ask ?? null,
        answer: item?.answer ?? flag.answer,
      };
    }),
  );

export function foldFlags(open: readonly AskedFlag[]): FlagLine[] {
  const folded = new Map<string, AskedFlag[]>();
  for (const flag of open) {
    const key = keyOf(flag);
    folded.set(key, [...(folded.get(key) ?? []), flag]);
  }
  return [...folded.values()]
    .map(lineOf)
    .sort(
      (a, b) =>
        GRAVITY.indexOf(a.tier) - GRAVITY.indexOf(b.tier) ||
        a.firstRaisedAt.getTime() - b.firstRaisedAt.getTime() ||
        (a.key < b.key ? -1 : 1),
    );
}

/** A change that was asked is merged or declined by itself, so it is a line by itself (rule 4). */
const changeOf = ({ reason, assignmentId }: OpenFlag): string | null =>
  reason === ASKED_CHANGE.reason ? assignmentId : null;

function keyOf(flag: OpenFlag): string {
  const change = changeOf(flag);
  return `${flag.coupleId}-${flag.partnerId}-${flag.tier}${change ? `-${change}` : ''}`;
}

function lineOf(flags: AskedFlag[]): FlagLine {
  const oldestFirst = flags.toSorted((a, b) => a.raisedAt.getTime() - b.raisedAt.getTime());
  const first = oldestFirst[0]!;
  return {
    key: keyOf(first),
    ids: oldestFirst.map((flag) => flag.id),
    coupleId: first.coupleId,
    coupleLabel: first.coupleLabel,
    partner: { id: first.partnerId, name: first.partnerName, position: first.partnerPosition },
    tier: first.tier,
    headline: headlineOf(oldestFirst),
    request: flags.some(({ reason }) => reason === 'contactMe')
      ? { phone: first.phone ?? '', contactInstruction: first.contactInstruction ?? '' }
      : null,
    changeOf: changeOf(first),
    times: flags.length,
    dueOn: first.calendar ? nextWorkingDay(first.calendar, first.raisedAt) : null,
    firstRaisedAt: first.raisedAt,
    lastRaisedAt: oldestFirst.at(-1)!.raisedAt,
    raised: oldestFirst.toReversed().map(({ id, reason, source, question, answer, stepTitle, raisedAt }) => ({
      id,
      reason,
      source,
      question,
      answer,
      stepTitle,
      raisedAt,
    })),
  };
}

/** A pause that was not taken back is among them: each taking back speaks of one. */
export function tellsOfPause(flags: readonly { reason: string }[]): boolean {
  const count = (of: string) => flags.filter(({ reason }) => reason === of).length;
  return count('pause') > count('pauseTakenBack');
}

function headlineOf(flags: readonly OpenFlag[]): string {
  const { tier, partnerName } = flags[0]!;
  const who = initials(partnerName);
  const reasons = new Set(flags.map((flag) => flag.reason));
  if (changeOf(flags[0]!)) return `${who} asked for a change in “${flags[0]!.stepTitle ?? 'a step'}”`;
  if (tier === 'urgent') return `Reach ${who} today`;
  if (tier === 'safety') return `Talk with ${who} alone`;
  if (reasons.has('contactMe')) return `${who} asks to be contacted`;
  if (flags.every((flag) => flag.source === 'pause'))
    return tellsOfPause(flags) ? `${who} paused` : `${who} paused and took it back`;
  return tier === 'talk' ? `Talk with ${who} alone` : `Read the answers of ${who}`;
}
