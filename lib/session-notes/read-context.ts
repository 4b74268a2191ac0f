/** What stands beside a note while it is written, read only: the last plan, goals, steps and check-ins since, comfort, what is to review, words for both. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import {
  findStartOfLastSession,
  listAssignedSince,
  listComfortChange,
  listCheckInsSince,
  listOpenTiers,
  listReflectionsSince,
  listWordsSince,
} from '@/db/queries/note-context';
import { findNoteBefore, type NoteRow } from '@/db/queries/session-notes';
import { goalsBesideNote } from '@/lib/goals/list-goals';
import { privateRef, sharedWordsRef } from '@/lib/plan/sealed-places';
import type { Keyring } from '@/lib/sealed/keyring';
import { openAnswers, openOrSayRemoved } from '@/lib/sealed/removed';
import { type AnswerBeside, answersBeside } from './joint-answers';
import { noteRef, readNoteText } from './note-text';

const MOST_CHECK_INS = 30;
const MOST_TEXTS = 20;

export type NoteContext = {
  /** When the last session of this record was; null: there was none, and everything so far is shown. */
  since: Date | null;
  lastPlan: { text: string; sessionAt: Date } | null;
  /** Open ones: the couple's, and beside an individual note also that partner's own. */
  goals: { id: string; words: string; objectives: { id: string; words: string }[] }[];
  assigned: { id: string; title: string; at: Date }[];
  comfort: { partnerId: string; from: number; to: number }[];
  checkIns: {
    id: string;
    partnerId: string;
    title: string;
    on: string;
    numbers: { name: string; value: number }[];
    answers: AnswerBeside[];
    texts: AnswerBeside[];
  }[];
  tiers: { partnerId: string; tier: 'urgent' | 'safety' | 'talk' | 'review'; times: number }[];
  words: { id: string; partnerId: string; on: string; text: string }[];
  /** Written to the therapist alone; always empty beside a joint note. */
  reflections: { id: string; sentAt: Date; text: string }[];
};

/** Nine statements beside a joint note, ten beside an individual one. */
export async function readContext(
  tx: ActorTx,
  keyring: Keyring,
  note: NoteRow,
  session: { id: string; startsAt: Date },
): Promise<NoteContext> {
  const { coupleId, practiceId, partnerId } = note;
  const since = await findStartOfLastSession(tx, {
    coupleId,
    partnerId,
    sessionId: session.id,
    startsAt: session.startsAt,
  });
  const of = { coupleId, partnerId, since };
  const before = await findNoteBefore(tx, note, session.startsAt);
  const goals = await goalsBesideNote(tx, keyring, { coupleId, partnerId });
  const checkIns = await listCheckInsSince(tx, of, MOST_CHECK_INS);
  const assigned = await listAssignedSince(tx, { coupleId, since }, MOST_TEXTS);
  const comfort = await listComfortChange(tx, of);
  const tiers = await listOpenTiers(tx, of);
  const words = await listWordsSince(tx, of, MOST_TEXTS);
  const written = partnerId ? await listReflectionsSince(tx, { coupleId, partnerId, since }, MOST_TEXTS) : [];

  const lastPlan = before ? readNoteText(keyring.open(noteRef(before.note), before.note.sections)).sections.plan : '';
  return {
    since,
    lastPlan: before && lastPlan?.trim() ? { text: lastPlan, sessionAt: before.startsAt } : null,
    goals,
    assigned,
    comfort,
    checkIns: checkIns.map((row) => ({
      id: row.id,
      partnerId: row.partnerId,
      title: row.title,
      on: row.on,
      numbers: numbersOf(row),
      answers: answersBeside(note.kind, row.questions, row.answers),
      texts:
        row.texts && partnerId
          ? textsOf(
              openAnswers(keyring, privateRef(practiceId, row.partnerId, 'check_ins', row.id), row.texts),
              row.questions,
            )
          : [],
    })),
    tiers,
    words: words.map((row) => ({
      ...row,
      text: keyring.open(sharedWordsRef(practiceId, coupleId, row.id), row.text),
    })),
    reflections: written.map((row) => ({
      id: row.id,
      sentAt: row.sentAt,
      text: openOrSayRemoved(keyring, privateRef(practiceId, row.partnerId, 'reflections', row.id), row.text),
    })),
  };
}

function numbersOf(row: Record<'comfort' | 'distressNow' | 'distressWorst' | 'connected' | 'pain', number | null>) {
  const named = [
    ['Comfort', row.comfort],
    ['Distress now', row.distressNow],
    ['Distress at most', row.distressWorst],
    ['Connected', row.connected],
    ['Pain', row.pain],
  ] as const;
  return named.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]));
}

function textsOf(texts: Record<string, string>, questions: Record<string, { ask: string }>): AnswerBeside[] {
  return Object.entries(texts).flatMap(([id, answer]) =>
    answer.trim() ? [{ ask: questions[id]?.ask ?? 'In their own words', answer }] : [],
  );
}
