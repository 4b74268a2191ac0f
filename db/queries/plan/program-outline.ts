/** The practice's program in outline, and the stamp that names one state of it. */
import { sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import type { ProgramCommon, Requires, StepContent } from '../../program/content';
import { shownOf } from './program';

export type StepOutline = {
  stepId: string;
  code: string;
  stage: number;
  title: string;
  intensity: number;
  mode: StepContent['mode'];
  /** Offered no more. */
  isRetired?: boolean;
  requires: Requires | null;
  parts: { id: 'alone' | 'together'; requires: Requires }[] | null;
};

export type ProgramOutline = Readonly<Pick<ProgramCommon, 'paths' | 'stages' | 'questions' | 'consent' | 'checkIn'>> & {
  // `questions` are all that were ever asked, in every program: an answer is read beside the words it was given to.
  readonly steps: readonly (StepOutline & {
    /** The newest version, and what names all that partners read and are asked of it. */
    version: number;
    shown: string;
  })[];
};

/** Names the state of the practice's newest program, the same for all its staff: programs and step versions are never changed, an edit adds a version. */
export const programStamp = sql`(
  select concat_ws(' ', g.id, v.many, v.newest)
    from programs g, (select count(*) as many, max(v.created_at) as newest from step_versions v where v.couple_id is null) v
   order by g.version desc limit 1)`;

/** Null when the practice has no program. One statement. */
export async function readProgramStamp(tx: ActorTx): Promise<string | null> {
  const found = await tx.db.execute<{ stamp: string | null }>(sql`select ${programStamp} as stamp`);
  return found.rows[0]?.stamp ?? null;
}

/** The newest version of everything, with the stamp that names it. One statement. */
export async function readProgramOutline(tx: ActorTx): Promise<{ stamp: string; outline: ProgramOutline } | null> {
  const found = await tx.db.execute<{
    stamp: string;
    common: ProgramCommon;
    questions: ProgramCommon['questions'];
    steps: ProgramOutline['steps'];
  }>(sql`
    select ${programStamp} as stamp, g.common,
           (select jsonb_object_agg(q.key, q.value) from (
              select a.key, a.value from programs a0, jsonb_each(a0.common -> 'questions') a
              union all
              select c.value ->> 'id', c.value from programs c0, jsonb_each(c0.common -> 'consent') l, jsonb_array_elements(l.value) c) q) as questions,
           (select coalesce(jsonb_agg(jsonb_build_object(
                     'stepId', s.id, 'code', s.code, 'stage', v.content -> 'stage', 'title', v.title, 'version', v.version, 'isRetired', v.is_retired, 'shown', ${shownOf}, 'intensity', v.content -> 'intensity',
                     'mode', v.content -> 'mode', 'requires', v.content -> 'requires',
                     'parts', (select jsonb_agg(jsonb_build_object('id', p -> 'id', 'requires', p -> 'requires')) from jsonb_array_elements(v.content -> 'parts') p))
                     order by s.code), '[]')
              from steps s
              join lateral (select x.title, x.version, x.content, x.is_retired, x.program_id from step_versions x where x.step_id = s.id order by x.version desc limit 1) v on true
             where s.practice_id = g.practice_id and s.couple_id is null) as steps
      from programs g order by g.version desc limit 1`);
  const row = found.rows[0];
  if (!row) return null;
  const { paths, stages, consent, checkIn } = row.common;
  const { stamp, questions, steps } = row;
  return { stamp, outline: { paths, stages, questions, consent, checkIn, steps } };
}
