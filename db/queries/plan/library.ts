/** Editing the practice's library: what there was, one at a time, and the rows an edit appends. */
import { sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import type { ProgramCommon, StepContent } from '../../program/content';
import { programs, stepReviews } from '../../schema/plan/program';
import { type Review, reviewOf } from './program';

/** Whoever saves next waits until this is done, and then reads what it wrote: the program is checked as a whole. */
export async function lockLibrary(tx: ActorTx): Promise<void> {
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended('library ' || ${tx.actor.practiceId}, 0))`);
}

export type VersionRow = {
  versionId: string;
  version: number;
  content: StepContent;
  review: Review;
  isRetired: boolean;
  /** Null: as it came. */
  by: string | null;
  on: string;
};

/** Every version of a step of the library, the newest first. */
export async function listVersions(tx: ActorTx, stepId: string): Promise<VersionRow[]> {
  const found = await tx.db.execute<VersionRow>(sql`
    select v.id as "versionId", v.version, v.content, ${reviewOf} as review, v.is_retired as "isRetired", m.name as by,
           (v.created_at at time zone p.time_zone)::date::text as on
      from step_versions v
      join practices p on p.id = v.practice_id
      left join staff_members m on m.id = v.author_id
     where v.step_id = ${stepId} and v.couple_id is null order by v.version desc`);
  return found.rows;
}

/** A new version of the stages, the paths or what is asked. */
export async function insertProgram(
  tx: ActorTx,
  { version, common }: { version: number; common: ProgramCommon },
): Promise<void> {
  const { practiceId, staffMemberId: authorId } = tx.actor;
  await tx.db.insert(programs).values({ practiceId, authorId, version, common });
}

export async function insertReview(tx: ActorTx, stepVersionId: string, reviewedAs: string): Promise<void> {
  await tx.db
    .insert(stepReviews)
    .values({ practiceId: tx.actor.practiceId, authorId: tx.actor.staffMemberId!, stepVersionId, reviewedAs });
}
