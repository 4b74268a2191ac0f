// A worried check-in entered from paper, with all it raises: the statements of one act of the therapist.
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { asActor } from '@/db/access/as-actor';

type Of = Record<'practiceId' | 'coupleId' | 'partnerId' | 'staffMemberId' | 'assignmentId' | 'unit', string>;

export async function paperCheckIn(
  token: string,
  { practiceId, coupleId, partnerId, staffMemberId, assignmentId, unit }: Of,
): Promise<void> {
  const id = randomUUID();
  const statements = [
    sql`insert into check_ins (id, practice_id, couple_id, partner_id, assignment_id, unit, "on", comfort, answers, policy, entered_by)
      values (${id}, ${practiceId}, ${coupleId}, ${partnerId}, ${assignmentId}, ${unit}, current_date, 2, '{"freeToStop":"No"}', 'noSecrets', ${staffMemberId})`,
    sql`insert into flags (practice_id, couple_id, partner_id, tier, source, source_id, reason, heard_at)
      values (${practiceId}, ${coupleId}, ${partnerId}, 'safety', 'checkIn', ${id}, 'freeToStop', auth.now())`,
    sql`insert into plan_events (practice_id, couple_id, partner_id, staff_member_id, kind)
      values (${practiceId}, ${coupleId}, ${partnerId}, ${staffMemberId}, 'safetyRaised')`,
  ];
  for (const statement of statements) await asActor(token, async ({ db }) => void (await db.execute(statement)));
}
