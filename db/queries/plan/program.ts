import { sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import type { ProgramCommon, StepContent } from '../../program/content';
import { stepVersions } from '../../schema/program';

/** One step at its newest version. */
export type StepRow = { stepId: string; versionId: string; code: string; content: StepContent };
/** One that a therapist wrote for a couple says for which; the library's say null. */
export type AnyStepRow = StepRow & { coupleId: string | null; version: number };
export type ProgramRow = {
  common: ProgramCommon;
  reviewMark: string;
  reviewedBy: string | null;
  reviewedOn: string | null;
};

const newestProgram = sql`(select g.* from programs g order by g.version desc limit 1)`;
const newestVersion = sql`
  join lateral (select x.id, x.version, x.title, x.content from step_versions x where x.step_id = s.id order by x.version desc limit 1) v on true`;

/** The practice's program, without its steps. */
export async function findProgram(tx: ActorTx): Promise<ProgramRow | null> {
  const found = await tx.db.execute<ProgramRow>(
    sql`select common, review_mark as "reviewMark", reviewed_by as "reviewedBy", reviewed_on::text as "reviewedOn" from ${newestProgram} g`,
  );
  return found.rows[0] ?? null;
}

/** Every step of the library at its newest version, in the order of the program. */
export async function listSteps(tx: ActorTx): Promise<StepRow[]> {
  const found = await tx.db.execute<StepRow>(sql`
    select s.id as "stepId", v.id as "versionId", s.code, v.content from steps s ${newestVersion}
     where s.practice_id = ${tx.actor.practiceId} and s.couple_id is null order by s.stage, s.code`);
  return found.rows;
}

/** One step at its newest version; null where there is none. */
export async function findStep(tx: ActorTx, stepId: string): Promise<AnyStepRow | null> {
  const found = await tx.db.execute<AnyStepRow>(sql`
    select s.id as "stepId", v.id as "versionId", s.code, v.content, v.version, s.couple_id as "coupleId" from steps s ${newestVersion} where s.id = ${stepId}`);
  return found.rows[0] ?? null;
}

/** Titles by code, for texts that name another step. */
export async function listTitles(tx: ActorTx): Promise<{ stepId: string; code: string; title: string }[]> {
  const found = await tx.db.execute<{ stepId: string; code: string; title: string }>(sql`
    select s.id as "stepId", s.code, v.title from steps s ${newestVersion} where s.practice_id = ${tx.actor.practiceId} and s.couple_id is null order by s.code`);
  return found.rows;
}

/** What was written for one couple alone, the newest first. */
export async function listOwnSteps(tx: ActorTx, coupleId: string): Promise<StepRow[]> {
  const found = await tx.db.execute<StepRow>(sql`
    select s.id as "stepId", v.id as "versionId", s.code, v.content from steps s
      join lateral (select x.id, x.content, x.created_at from step_versions x where x.step_id = s.id order by x.version desc limit 1) v on true
     where s.practice_id = ${tx.actor.practiceId} and s.couple_id = ${coupleId} order by v.created_at desc, s.id`);
  return found.rows;
}

/** The step's row of what was written for one couple; what it says comes as its versions. */
export async function insertOwnStep(
  tx: ActorTx,
  { stepId, coupleId, stage }: { stepId: string; coupleId: string; stage: number },
): Promise<void> {
  await tx.db.execute(sql`
    insert into steps (id, practice_id, program_id, code, stage, couple_id)
    select ${stepId}, ${tx.actor.practiceId}, g.id, ${stepId}, ${stage}, ${coupleId} from ${newestProgram} g`);
}

export async function insertOwnVersion(
  tx: ActorTx,
  row: { stepId: string; coupleId: string; version: number; content: StepContent },
): Promise<void> {
  await tx.db.insert(stepVersions).values({ ...row, practiceId: tx.actor.practiceId, title: row.content.title });
}
