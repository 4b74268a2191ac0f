/** What both may see of their plan, for a screen that both look at. Built up from allowed words, never cut down from a fuller page. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { findStep, listSteps } from '@/db/queries/plan/program';
import { listRoomSteps, openRoom, type RoomStepRow, type ShownContent } from '@/db/queries/plan/room';
import { NotFound } from '@/lib/errors';
import type { Terms } from '@/lib/format/assigned-terms';
import { dayAndTime } from '@/lib/format/dates';
import type { RhythmGiven } from '@/lib/format/rhythms';
import { withTitles } from '@/lib/format/step-words';
import { openTerms } from '@/lib/plan/terms/terms-of';
import { matchSteps } from '@/lib/program/match-steps';
import { programOutline } from '@/lib/program/program-outline';
import { minutesOf } from '@/lib/program/read-library';
import { recordId } from '@/lib/record-id';
import { keyringFor } from '@/lib/sealed/keyring-for';

export type RoomPreview = {
  title: string;
  why: string;
  units: { unit: 'whole' | 'alone' | 'together'; instructions: string[] }[];
};
type Minutes = { min: number; max: number };
export type RoomStep = { id: string; preview: RoomPreview; rhythm: RhythmGiven; minutes: Minutes; terms: Terms };
export type RoomChoice = { stepId: string; preview: RoomPreview; rhythm: RhythmGiven; minutes: Minutes };
export type Room = {
  couple: { id: string; label: string };
  nextAppointment: string | null;
  stages: { n: number; title: string; steps: RoomStep[] }[];
  /** What was searched for, and what was found. */
  asked: string;
  found: { stepId: string; title: string; why: string }[];
  /** The step that is looked at. */
  choice: RoomChoice | null;
  prepared: 'now' | 'turn' | 'after' | null;
};
export type RoomSearch = { q?: unknown; step?: unknown; prepared?: unknown };

const MOST_FOUND = 12;
const PREPARED = ['now', 'turn', 'after'] as const;

/** Three statements; one more while searching or choosing. */
export async function readRoom(tx: ActorTx, coupleId: string | undefined, search: RoomSearch): Promise<Room> {
  const id = recordId(coupleId);
  const couple = await openRoom(tx, id);
  if (!couple) throw new NotFound();
  const [rows, keyring] = [await listRoomSteps(tx, id), await keyringFor(tx, [id])];
  const outline = await programOutline(tx, couple.programStamp);
  const titles = Object.fromEntries(outline.steps.map(({ code, title }) => [code, title]));
  const steps = rows.map((row) => ({ row, preview: previewOf(row.content, titles) }));
  const termsOf = (row: RoomStepRow): Terms =>
    openTerms(keyring, { practiceId: tx.actor.practiceId, coupleId: id }, row);
  const asked = typeof search.q === 'string' ? search.q.trim().slice(0, 100) : '';
  return {
    couple: { id, label: couple.label },
    nextAppointment: couple.nextAt ? dayAndTime(new Date(couple.nextAt), couple.timeZone, couple.today) : null,
    stages: outline.stages.flatMap(({ n, title }) => {
      const own = steps.filter(({ row }) => row.content.stage === n);
      if (own.length === 0) return [];
      return [
        {
          n,
          title,
          steps: own.map(({ row, preview }) => ({
            id: row.id,
            preview,
            rhythm: { kind: row.rhythmKind, times: row.rhythmTimes, weeks: row.rhythmWeeks, days: row.rhythmDays },
            minutes: { min: row.minutesMin, max: row.minutesMax },
            terms: termsOf(row),
          })),
        },
      ];
    }),
    asked,
    found: asked
      ? matchSteps(await listSteps(tx), outline.stages, asked)
          .filter(({ isRetired }) => !isRetired)
          .slice(0, MOST_FOUND)
          .map(({ stepId, content }) => ({
            stepId,
            title: content.title,
            why: withTitles(content.forPartners.why, titles),
          }))
      : [],
    choice: search.step === undefined ? null : await readChoice(tx, recordId(search.step), titles),
    prepared: PREPARED.find((one) => one === search.prepared) ?? null,
  };
}

async function readChoice(tx: ActorTx, stepId: string, titles: Record<string, string>): Promise<RoomChoice> {
  const step = await findStep(tx, stepId);
  if (!step) throw new NotFound();
  const { content } = step;
  const shown: ShownContent = {
    title: content.title,
    stage: content.stage,
    why: content.forPartners.why,
    instructions: content.forPartners.instructions ?? null,
    parts: content.parts?.map(({ id, instructions }) => ({ id, instructions })) ?? null,
  };
  return {
    stepId,
    preview: previewOf(shown, titles),
    rhythm: { ...content.rhythm, days: [] },
    minutes: minutesOf(content),
  };
}

/** A step as both read it on their own page. */
function previewOf({ title, why, instructions, parts }: ShownContent, titles: Record<string, string>): RoomPreview {
  const named = (text: string) => withTitles(text, titles);
  return {
    title,
    why: named(why),
    units: parts?.map(({ id, instructions: own }) => ({ unit: id, instructions: own.map(named) })) ?? [
      { unit: 'whole', instructions: (instructions ?? []).map(named) },
    ],
  };
}
