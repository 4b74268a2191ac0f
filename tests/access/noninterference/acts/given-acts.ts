// What A gives the therapist, and what only A sees of it, as SQL in A's name.
import { randomUUID } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import type { Scene } from './staff-acts';

const ofA = ({ practice, couple, partnerId }: Scene) => sql`${practice.practiceId}, ${couple.coupleId}, ${partnerId}`;
const text = (of: number) => Buffer.alloc(300, of);

export const GIVEN_ACTS = {
  flag: (scene) => [
    sql`insert into flags (practice_id, couple_id, partner_id, tier, source, reason) values (${ofA(scene)}, 'talk', 'pause', 'pause')`,
  ],
  askContact: (scene) => [
    sql`insert into flags (practice_id, couple_id, partner_id, tier, source, reason) values (${ofA(scene)}, 'talk', 'checkIn', 'contactMe')`,
  ],
  consent: (scene, of) => [
    sql`insert into consents (practice_id, couple_id, partner_id, assignment_id, unit, answers, texts, policy)
        values (${ofA(scene)}, ${scene.unit.assignmentId}, ${scene.unit.unit}, '{"want":"yes"}', ${text(of)}, 'noSecrets')`,
  ],
  askChange: (scene, of) => {
    const id = randomUUID();
    return [
      sql`insert into consents (id, practice_id, couple_id, partner_id, assignment_id, unit, answers, texts, policy)
          values (${id}, ${ofA(scene)}, ${scene.unit.assignmentId}, ${scene.unit.unit}, '{"wantThisWeek":"Yes, with changes"}', ${text(of)}, 'noSecrets')`,
      sql`select portal.outdate_asked_changes(${scene.unit.assignmentId})`,
      sql`insert into flags (practice_id, couple_id, partner_id, tier, source, source_id, reason) values (${ofA(scene)}, 'review', 'consent', ${id}, 'change')`,
    ];
  },
  checkIn: (scene) => [
    sql`insert into check_ins (practice_id, couple_id, partner_id, assignment_id, unit, "on", comfort, answers, policy)
        values (${ofA(scene)}, ${scene.unit.assignmentId}, ${scene.unit.unit}, current_date, 2, '{"freeToStop":"No"}', 'noSecrets')`,
  ],
  reflect: (scene, of) => [
    sql`insert into reflections (practice_id, couple_id, partner_id, text, policy) values (${ofA(scene)}, ${text(of)}, 'noSecrets')`,
  ],
  draft: (scene, of) => [
    sql`insert into drafts (practice_id, couple_id, partner_id, subject, content, expires_at)
        values (${ofA(scene)}, ${randomUUID()}, ${text(of)}, auth.now() + interval '1 day')`,
  ],
  setReminders: (scene, of) => [
    sql`insert into reminders (practice_id, couple_id, partner_id, level, weekdays, time, next_due_at)
        values (${ofA(scene)}, 'practice', array[${1 + (of % 7)}::integer], '19:00', auth.now() + interval '1 day')
        on conflict (partner_id) do update set level = 'neutral', saved_at = auth.now()`,
  ],
} satisfies Record<string, (scene: Scene, of: number) => SQL[]>;
