/** What stands beside a note while it is written, read only: the last plan, goals, steps and check-ins since, comfort, what is to review, words for both. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import type { BesideDraft } from '@/db/queries/note-context';
import type { NoteRow } from '@/db/queries/session-notes';
import { goalsBesideNote } from '@/lib/goals/list-goals';
import { privateRef, sharedWordsRef } from '@/lib/plan/sealed-places';
import { questionsOf } from '@/lib/program/questions-of';
import type { Keyring } from '@/lib/sealed/keyring';
import { openAnswers, openOrSayRemoved } from '@/lib/sealed/removed';
import { type AnswerBeside, answersBeside } from './joint-answers';
import { noteRef, readNoteText } from './note-text';

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

/** What was read beside a draft, opened. No statement, but for questions that were not asked for before. */
export async function openContext(
  tx: ActorTx,
  keyring: Keyring,
  note: NoteRow,
  beside: BesideDraft,
): Promise<NoteContext> {
  const { coupleId, practiceId, partnerId } = note;
  const { since, before, goals, assigned, comfort, checkIns, tiers, words, reflections } = beside;
  const questions = await questionsOf(
    tx,
    checkIns.map(({ programId }) => programId),
  );
  // It is in the same record.
  const lastPlan =
    before && readNoteText(keyring.open(noteRef({ ...note, id: before.id }), before.sections)).sections.plan;
  return {
    since: since === null ? null : new Date(since),
    lastPlan: before && lastPlan?.trim() ? { text: lastPlan, sessionAt: new Date(before.startsAt) } : null,
    goals: goalsBesideNote(keyring, note, goals),
    assigned: assigned.map(({ id, title, at }) => ({ id, title, at: new Date(at) })),
    comfort,
    checkIns: checkIns.map((row) => {
      const asked = questions.get(row.programId) ?? {};
      return {
        id: row.id,
        partnerId: row.partnerId,
        title: row.title,
        on: row.on,
        numbers: numbersOf(row),
        answers: answersBeside(note.kind, asked, row.answers),
        texts:
          row.texts && partnerId
            ? textsOf(
                openAnswers(keyring, privateRef(practiceId, row.partnerId, 'check_ins', row.id), bytes(row.texts)),
                asked,
              )
            : [],
      };
    }),
    tiers,
    words: words.map((row) => ({
      ...row,
      text: keyring.open(sharedWordsRef(practiceId, coupleId, row.id), bytes(row.text)),
    })),
    reflections: reflections.map((row) => ({
      id: row.id,
      sentAt: new Date(row.sentAt),
      text: openOrSayRemoved(keyring, privateRef(practiceId, row.partnerId, 'reflections', row.id), bytes(row.text)),
    })),
  };
}

const bytes = (text: string) => Buffer.from(text, 'base64');

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
