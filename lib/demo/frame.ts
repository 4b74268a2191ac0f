/** Goals, objectives, diagnoses and process notes of a couple on the stage. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import { giveDiagnosis } from '@/lib/diagnoses/give-diagnosis';
import { giveDiagnosisInput } from '@/lib/diagnoses/schema';
import { changeGoal, moveGoal } from '@/lib/goals/change-goal';
import { listGoalsFlat } from '@/lib/goals/list-goals';
import { changeGoalInput, moveGoalInput, setGoalInput } from '@/lib/goals/schema';
import { setGoal } from '@/lib/goals/set-goal';
import { saveProcessNote } from '@/lib/process-notes/save-process-note';
import { saveProcessNoteInput } from '@/lib/process-notes/schema';
import { keyringFor } from '@/lib/sealed/keyring-for';
import type { InTreatment } from './in-treatment';

type Written = {
  words: string;
  /** Days before today. */
  review?: number;
  /** Whose; the couple's where nothing is said. */
  of?: number;
  /** The words of the goal it is an objective of. */
  under?: string;
};

const find = (couple: InTreatment, words: string) =>
  couple.stage.cast.as(couple.therapist, async (tx) => {
    const keyring = await keyringFor(tx, [couple.coupleId]);
    return (await listGoalsFlat(tx, couple.coupleId, keyring)).find((goal) => goal.words === words)!;
  });

export const setsGoal =
  (couple: InTreatment, { words, review, of, under }: Written) =>
  async () => {
    const input = setGoalInput.parse({
      coupleId: couple.coupleId,
      partnerId: of === undefined ? '' : couple.partnerId(of),
      underId: under === undefined ? '' : (await find(couple, under)).id,
      words,
      reviewOn: review === undefined ? '' : couple.stage.calendar.day(review),
    });
    await couple.stage.cast.as(couple.therapist, (tx) => setGoal(tx, input));
  };

/** Says it in other words, or of a day to look at it again. */
export const rewords = (couple: InTreatment, words: string, to: string, review?: number) => async () => {
  const { id, number } = await find(couple, words);
  const reviewOn = review === undefined ? '' : couple.stage.calendar.day(review);
  const input = changeGoalInput.parse({ coupleId: couple.coupleId, goalId: id, number, words: to, reviewOn });
  await couple.stage.cast.as(couple.therapist, (tx) => changeGoal(tx, input));
};

export const movesGoal = (couple: InTreatment, words: string, to: 'met' | 'dropped') => async () => {
  const { id, number } = await find(couple, words);
  const input = moveGoalInput.parse({ coupleId: couple.coupleId, goalId: id, number, to });
  await couple.stage.cast.as(couple.therapist, (tx) => moveGoal(tx, input));
};

export const diagnoses = (couple: InTreatment, place: number, code: string, ago: number) => () => {
  const { coupleId, stage } = couple;
  const partnerId = couple.partnerId(place);
  const input = giveDiagnosisInput.parse({ coupleId, partnerId, code, from: stage.calendar.day(ago) });
  return stage.cast.as(couple.therapist, (tx) => giveDiagnosis(tx, input));
};

export const keepsProcessNote = (couple: InTreatment, ago: number, text: string) => () => {
  const input = saveProcessNoteInput.parse({
    coupleId: couple.coupleId,
    noteId: randomUUID(),
    version: 0,
    savedIn: randomUUID(),
    apartId: randomUUID(),
    order: 1,
    on: couple.stage.calendar.day(ago),
    text,
  });
  return couple.stage.cast.as(couple.therapist, (tx) => saveProcessNote(tx, input));
};
