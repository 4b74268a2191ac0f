/** A couple's plan as it is written down, and what the couple brings to the choice of its next step: why they came, and who they are. */
import { sql } from 'drizzle-orm';
import type { ActorRows, ActorTx } from '../../access/as-actor';
import type { AccountState } from '../../schema/staff';
import type { Reason } from '../../schema/intakes';
import { type CoupleRow, policyOf } from '../couples';
import { type FlagInJson, flagFrom, type OpenFlagOfCouple, openFlagsOf } from '../flags';
import { coupleNow } from './couple-now';
import {
  type AnswerInJson,
  answerFrom,
  type AnswerRow,
  answersOf,
  type AssignmentInJson,
  assignmentFrom,
  type AssignmentRow,
  assignmentsOf,
  type ComfortGiven,
  comfortOf,
} from './plan';
import { eventsOf, type PlanEvent } from './plan-events';
import { programStamp } from './program-outline';

export type CoupleGround = { programStamp: string | null; reasons: Reason[]; partners: PersonOfCouple[] };
export type PersonOfCouple = { id: string; name: string; position: number; status: AccountState };

/** The ground of a plan, and what was done on it, both oldest first. */
export type PlanRecord = CoupleGround & { happened: PlanEvent[]; assignments: AssignmentRow[] };

/** The head of a couple's page, and all that is written down of its plan. */
export type CoupleOnPlan = CoupleGround &
  Pick<CoupleRow, 'id' | 'label' | 'status' | 'timeZone' | 'today' | 'policy'> & {
    /** A joint session of theirs is under way. */
    isInJointSession: boolean;
  };
export type OpenedPlan = CoupleOnPlan &
  PlanRecord & { answers: AnswerRow[]; comfort: ComfortGiven[]; flags: OpenFlagOfCouple[] };

type InJson<R extends PlanRecord> = Omit<R, 'assignments'> & { assignments: AssignmentInJson[] };

// Of a couple c as of now.
const record = sql`${programStamp} as "programStamp",
  coalesce((select to_jsonb(i.reasons) from intakes i where i.couple_id = c.id), '[]') as reasons, p.partners,
  ${eventsOf} as happened, ${assignmentsOf} as assignments`;
const partnersOfCouple = sql`
  cross join lateral (
    select coalesce(bool_or(p.status = 'active'), false) as has_account,
           coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'position', p.position, 'status', p.status) order by p.position), '[]') as partners
      from partners p where p.couple_id = c.id) p`;

/** Of a couple c. */
export const jointSessionNow = sql`exists (
  select from sessions s where s.couple_id = c.id and s.kind = 'joint' and s.cancelled_at is null
     and s.starts_at <= (select auth.now()) and s.starts_at > (select auth.now()) - make_interval(mins => s.minutes))`;

/** One statement; null for a couple of someone else's care team. */
export async function readPlanRecord(tx: ActorTx, coupleId: string): Promise<PlanRecord | null> {
  const found = await tx.db.execute<InJson<PlanRecord>>(sql`
    with ${coupleNow(coupleId)} select ${record} from c ${partnersOfCouple}`);
  const row = found.rows[0];
  return row ? { ...row, assignments: row.assignments.map(assignmentFrom) } : null;
}

/** The same for the plan's page and what stands beside it, with the note that it was opened. */
export async function openCoupleOnPlan(asker: ActorRows, coupleId: string): Promise<OpenedPlan | null> {
  type Found = Omit<InJson<OpenedPlan>, 'answers' | 'flags'> & { answers: AnswerInJson[]; flags: FlagInJson[] };
  const found = await asker.db.execute<Found>(sql`
    with ${coupleNow(coupleId)}
    select c.id, c.label, c.time_zone as "timeZone", c.day::text as today,
           case when c.status = 'ended' then 'ended' when p.has_account then 'active' else 'invited' end as status,
           ${policyOf} as policy, ${jointSessionNow} as "isInJointSession", ${record}, ${answersOf} as answers, ${comfortOf} as comfort, ${openFlagsOf} as flags,
           auth.note_opening('couple', c.id, c.id, null)
      from c ${partnersOfCouple}`);
  const row = found.rows[0];
  if (!row) return null;
  return {
    ...row,
    assignments: row.assignments.map(assignmentFrom),
    answers: row.answers.map(answerFrom),
    flags: row.flags.map(flagFrom),
  };
}
