import { sql } from 'drizzle-orm';
import type { ActorTx } from '../access/as-actor';
import type { ProgramCommon, StepContent } from '../program/content';

/** One step at its newest version. */
export type StepRow = { stepId: string; versionId: string; code: string; content: StepContent };
export type ProgramRow = {
  common: ProgramCommon;
  reviewMark: string;
  reviewedBy: string | null;
  reviewedOn: string | null;
};

const newestProgram = sql`(select g.* from programs g order by g.version desc limit 1)`;
const newestVersion = sql`
  join lateral (select x.id, x.title, x.content from step_versions x where x.step_id = s.id order by x.version desc limit 1) v on true`;

/** The practice's program, without its steps. */
export async function findProgram(tx: ActorTx): Promise<ProgramRow | null> {
  const found = await tx.db.execute<ProgramRow>(
    sql`select common, review_mark as "reviewMark", reviewed_by as "reviewedBy", reviewed_on::text as "reviewedOn" from ${newestProgram} g`,
  );
  return found.rows[0] ?? null;
}

/** Every step at its newest version, in the order of the program. */
export async function listSteps(tx: ActorTx): Promise<StepRow[]> {
  const found = await tx.db.execute<StepRow>(sql`
    select s.id as "stepId", v.id as "versionId", s.code, v.content from steps s ${newestVersion}
     where s.practice_id = ${tx.actor.practiceId} order by s.stage, s.code`);
  return found.rows;
}

/** One step at its newest version; null where there is none. */
export async function findStep(tx: ActorTx, stepId: string): Promise<StepRow | null> {
  const found = await tx.db.execute<StepRow>(sql`
    select s.id as "stepId", v.id as "versionId", s.code, v.content from steps s ${newestVersion} where s.id = ${stepId}`);
  return found.rows[0] ?? null;
}

/** Titles by code, for texts that name another step. */
export async function listTitles(tx: ActorTx): Promise<{ stepId: string; code: string; title: string }[]> {
  const found = await tx.db.execute<{ stepId: string; code: string; title: string }>(sql`
    select s.id as "stepId", s.code, v.title from steps s ${newestVersion} where s.practice_id = ${tx.actor.practiceId} order by s.code`);
  return found.rows;
}
