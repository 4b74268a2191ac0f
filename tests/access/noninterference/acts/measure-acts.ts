// What happens to a measure of A, as SQL of A and of the therapist: nothing of it is for B.
import { randomUUID } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import type { Scene } from './staff-acts';

const ofA = ({ practice, couple, partnerId }: Scene) => sql`${practice.practiceId}, ${couple.coupleId}, ${partnerId}`;

/** A's own hand. */
export const SENT_MEASURES = {
  sendMeasure: (scene, of) => [
    sql`insert into measure_scores (practice_id, couple_id, partner_id, given_id, occasion, instrument, version, algorithm, "on", total, answers, policy)
        select ${ofA(scene)}, (m ->> 'id')::uuid, (m ->> 'occasion')::integer, m ->> 'instrument', 1, 1, auth.today(), ${of}::numeric, ${Buffer.alloc(300 * (1 + of), of)}, 'noSecrets'
          from jsonb_array_elements(portal.my_measures()) m`,
    sql`insert into flags (practice_id, couple_id, partner_id, tier, source, reason) values (${ofA(scene)}, 'review', 'measure', 'distress.q1')`,
  ],
} satisfies Record<string, (scene: Scene, of: number) => SQL[]>;

/** The therapist's. */
export const MEASURE_ACTS = {
  giveMeasure: (scene, of) => [
    sql`insert into measures_given (practice_id, couple_id, partner_id, instrument, version, due_on, every_weeks, author_id)
        values (${ofA(scene)}, ${of % 2 ? 'distress' : 'phq9'}, 1, auth.today() + ${of}::int, ${of % 2 ? 1 : null}, ${scene.therapist.staffMemberId})`,
  ],
  takeBackMeasure: ({ partnerId }) => [
    sql`update measures_given set taken_back_at = auth.now() where partner_id = ${partnerId} and taken_back_at is null`,
  ],
  enterMeasure: (scene, of) => [
    sql`insert into measure_scores (id, practice_id, couple_id, partner_id, instrument, version, algorithm, "on", total, name, policy, entered_by)
        values (${randomUUID()}, ${ofA(scene)}, 'external', 1, 0, auth.today(), ${of}::numeric, ${Buffer.alloc(300, of)}, 'noSecrets', ${scene.therapist.staffMemberId})`,
  ],
  markMeasure: ({ partnerId }) => [
    sql`update measure_scores set in_error_at = auth.now() where partner_id = ${partnerId} and entered_by is not null and in_error_at is null`,
  ],
} satisfies Record<string, (scene: Scene, of: number) => SQL[]>;
