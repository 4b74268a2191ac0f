/** What decides about the next step of a couple: the program in outline, why they came, and where each person stands. */
import { sql } from 'drizzle-orm';
import type { ActorTx } from '../access/as-actor';
import type { NamedQuestion, ProgramCommon, Question, Requires, StepContent } from '../program/content';
import type { AccountState } from '../schema/staff';
import type { Reason } from '../schema/intakes';

export type StepOutline = {
  stepId: string;
  code: string;
  stage: number;
  title: string;
  intensity: number;
  mode: StepContent['mode'];
  requires: Requires | null;
  parts: { id: 'alone' | 'together'; requires: Requires }[] | null;
};

/** Where one partner stands as of now, by the plan's events. */
export type PersonOnPlan = {
  id: string;
  name: string;
  position: number;
  status: AccountState;
  hasMet: boolean;
  /** The newest meeting alone had the outcome joint work. */
  isMetForJoint: boolean;
  isPaused: boolean;
  hasOpenSafety: boolean;
};

export type PlanGround = {
  paths: ProgramCommon['paths'];
  stages: ProgramCommon['stages'];
  steps: StepOutline[];
  questions: Record<string, Question>;
  consent: Record<string, NamedQuestion[]>;
  checkIn: ProgramCommon['checkIn'];
  reasons: Reason[];
  isPlanHeld: boolean;
  people: PersonOnPlan[];
};

/** One statement; null for a couple of someone else's care team. */
export async function readGround(tx: ActorTx, coupleId: string): Promise<PlanGround | null> {
  const found = await tx.db.execute<PlanGround>(sql`
    select g.common -> 'paths' as paths, g.common -> 'stages' as stages, g.common -> 'questions' as questions, g.common -> 'consent' as consent,
           g.common -> 'checkIn' as "checkIn",
           (select coalesce(jsonb_agg(jsonb_build_object(
                     'stepId', s.id, 'code', s.code, 'stage', s.stage, 'title', v.title, 'intensity', v.content -> 'intensity',
                     'mode', v.content -> 'mode', 'requires', v.content -> 'requires',
                     'parts', (select jsonb_agg(jsonb_build_object('id', p -> 'id', 'requires', p -> 'requires')) from jsonb_array_elements(v.content -> 'parts') p))
                     order by s.code), '[]')
              from steps s
              join lateral (select x.title, x.content from step_versions x where x.step_id = s.id order by x.version desc limit 1) v on true
             where s.program_id = g.id) as steps,
           coalesce((select to_jsonb(i.reasons) from intakes i where i.couple_id = c.id), '[]') as reasons,
           coalesce((select e.kind = 'held' from plan_events e
                      where e.couple_id = c.id and e.assignment_id is null and e.kind in ('held', 'holdLifted')
                      order by e.at desc, e.id desc limit 1), false) as "isPlanHeld",
           (select coalesce(jsonb_agg(to_jsonb(p) order by p.position), '[]') from (
              select p.id, p.name, p.position, p.status,
                     coalesce(bool_or(e.kind = 'metAlone'), false) as "hasMet",
                     coalesce((array_agg(e.is_opening order by e.at desc, e.id desc) filter (where e.kind = 'metAlone'))[1], false) as "isMetForJoint",
                     coalesce(max(e.at) filter (where e.kind = 'safetyRaised') > coalesce(max(e.at) filter (where e.kind = 'safetySettled'), '-infinity'), false) as "hasOpenSafety",
                     coalesce(max(e.at) filter (where e.kind = 'paused' and not exists (
                       select from plan_events t where t.couple_id = c.id and t.partner_id = p.id and t.kind = 'pauseTakenBack' and t.at > e.at
                          and plan.day_of(t.at, c.time_zone) = plan.day_of(e.at, c.time_zone)))
                       > coalesce(max(e.at) filter (where e.kind = 'pauseLifted'), '-infinity'), false) as "isPaused"
                from partners p
                left join plan_events e on e.couple_id = c.id and e.partner_id = p.id
               where p.couple_id = c.id
               group by p.id) p) as people
      from couples c
      cross join lateral (select x.* from programs x where x.practice_id = c.practice_id order by x.version desc limit 1) g
     where c.id = ${coupleId} and c.id = any ((select auth.my_couple_ids())::uuid[])`);
  return found.rows[0] ?? null;
}
