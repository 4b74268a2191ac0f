import { sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import type { ProgramCommon, StepContent } from '../../program/content';
import { stepVersions } from '../../schema/plan/program';

/** Who said of one version that it may be given to couples, and on which day; null: nobody yet. */
export type Review = { by: string; on: string } | null;
/** One step at its newest version. */
export type StepRow = {
  stepId: string;
  versionId: string;
  version: number;
  code: string;
  content: StepContent;
  review: Review;
  /** No longer offered; what is assigned stays. */
  isRetired: boolean;
};
/** One that a therapist wrote for a couple says for which; the library's say null. */
export type AnyStepRow = StepRow & { coupleId: string | null };
export type ProgramRow = { programId: string; version: number; common: ProgramCommon };

const newestProgram = sql`(select g.* from programs g order by g.version desc limit 1)`;
const newestVersion = sql`
  join lateral (select x.id, x.version, x.title, x.content, x.is_retired, x.program_id from step_versions x where x.step_id = s.id order by x.version desc limit 1) v on true`;

/** Of a version v: changes exactly when something changes that partners read or are asked. */
export const shownOf = sql`md5(jsonb_build_array(
  v.content -> 'title', v.content -> 'forPartners', v.content -> 'parts', v.content -> 'mode', v.content -> 'intensity', v.content -> 'touch',
  v.content -> 'consentList', v.content -> 'extraConsent', v.content -> 'extraCheckIn', v.content -> 'checkIn', v.content #> '{requires,toOpen}',
  (select jsonb_build_array(
            case when v.content ->> 'mode' <> 'together' then l.common #> '{consent,alone}' end,
            case when v.content ->> 'mode' <> 'alone' then l.common -> 'consent' -> coalesce(v.content ->> 'consentList', 'together') end,
            l.common -> 'checkIn' -> case when v.content ->> 'checkIn' = 'full' then 'full' else 'short' end)
     from programs l where l.id = v.program_id))::text)`;

/** What a step said when it was given: never changed, an edit makes another. */
export type StepVersion = {
  versionId: string;
  stepId: string;
  version: number;
  code: string;
  content: StepContent;
  /** Names all that partners read and are asked of this version. */
  shown: string;
  /** Written for one couple alone. */
  isOwn: boolean;
};

/** These versions of steps. One statement. */
export async function listStepVersions(tx: ActorTx, versionIds: readonly string[]): Promise<StepVersion[]> {
  const found = await tx.db.execute<StepVersion>(sql`
    select v.id as "versionId", v.step_id as "stepId", v.version, s.code, v.content, ${shownOf} as shown, v.couple_id is not null as "isOwn"
      from step_versions v join steps s on s.id = v.step_id where v.id = any (${sql.param(versionIds)}::uuid[])`);
  return found.rows;
}

/** Of a version v. */
export const reviewOf = sql`(
  select jsonb_build_object('by', r.reviewed_as, 'on', (r.reviewed_at at time zone p.time_zone)::date)
    from step_reviews r join practices p on p.id = r.practice_id where r.step_version_id = v.id order by r.reviewed_at desc, r.id limit 1)`;
const stepRow = sql`s.id as "stepId", v.id as "versionId", v.version, s.code, v.content, v.is_retired as "isRetired"`;

/** The practice's program, without its steps. */
export async function findProgram(tx: ActorTx): Promise<ProgramRow | null> {
  const found = await tx.db.execute<ProgramRow>(sql`select id as "programId", version, common from ${newestProgram} g`);
  return found.rows[0] ?? null;
}

/** The program under which a version of a step was made: what that version asks. */
export async function findProgramOf(tx: ActorTx, versionId: string): Promise<ProgramRow | null> {
  const found = await tx.db.execute<ProgramRow>(sql`
    select g.id as "programId", g.version, g.common from step_versions v join programs g on g.id = v.program_id where v.id = ${versionId}`);
  return found.rows[0] ?? null;
}

/** The questions of these programs. */
export async function listQuestions(tx: ActorTx, programIds: readonly string[]) {
  const found = await tx.db.execute<{ programId: string; questions: ProgramCommon['questions'] }>(sql`
    select g.id as "programId", g.common -> 'questions' as questions from programs g where g.id = any (${sql.param(programIds)}::uuid[])`);
  return found.rows;
}

/** Every step of the library at its newest version, in the order of the program. */
export async function listSteps(tx: ActorTx): Promise<StepRow[]> {
  const found = await tx.db.execute<StepRow>(sql`
    select ${stepRow}, ${reviewOf} as review from steps s ${newestVersion}
     where s.practice_id = ${tx.actor.practiceId} and s.couple_id is null order by (v.content ->> 'stage')::int, s.code`);
  return found.rows;
}

/** One step at its newest version; null where there is none. */
export async function findStep(tx: ActorTx, stepId: string): Promise<AnyStepRow | null> {
  const found = await tx.db.execute<AnyStepRow>(sql`
    select ${stepRow}, ${reviewOf} as review, s.couple_id as "coupleId" from steps s ${newestVersion} where s.id = ${stepId}`);
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
    select ${stepRow}, null as review from steps s
      join lateral (select x.id, x.version, x.content, x.is_retired, x.created_at from step_versions x where x.step_id = s.id order by x.version desc limit 1) v on true
     where s.practice_id = ${tx.actor.practiceId} and s.couple_id = ${coupleId} order by v.created_at desc, s.id`);
  return found.rows;
}

/** A step's row, of the library (`coupleId` is null) or written for one couple; what it says comes as its versions. */
export async function insertStep(
  tx: ActorTx,
  { stepId, coupleId, code, stage }: { stepId: string; coupleId: string | null; code: string; stage: number },
): Promise<void> {
  await tx.db.execute(sql`
    insert into steps (id, practice_id, code, stage, couple_id) values (${stepId}, ${tx.actor.practiceId}, ${code}, ${stage}, ${coupleId})`);
}

export type NewStepVersion = {
  stepId: string;
  coupleId: string | null;
  version: number;
  content: StepContent;
  isRetired?: boolean;
};

/** Each asks what the newest program asks. One statement. */
export async function insertStepVersions(tx: ActorTx, rows: readonly NewStepVersion[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.db.insert(stepVersions).values(
    rows.map((row) => ({
      ...row,
      practiceId: tx.actor.practiceId,
      programId: sql`(select g.id from ${newestProgram} g)`,
      authorId: tx.actor.staffMemberId,
      title: row.content.title,
    })),
  );
}
