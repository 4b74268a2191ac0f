// What staff write about A in the record, as SQL in the therapist's name. None of it may change a byte of the other's day.
import { randomUUID } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import type { Scene } from './staff-acts';

const ids = ({ practice, couple }: Scene) => sql`${practice.practiceId}, ${couple.coupleId}`;
const ofA = (scene: Scene) => sql`${ids(scene)}, ${scene.partnerId}`;
const text = (of: number) => Buffer.alloc(300 * (1 + of), of);
/** Alone with A, the first of them. */
const meeting = ({ partnerId }: Scene) =>
  sql`(select id from sessions where partner_id = ${partnerId} order by starts_at, id limit 1)`;
const notes = ({ partnerId, therapist }: Scene) =>
  sql`session_notes n where n.partner_id = ${partnerId} and n.author_id = ${therapist.staffMemberId}`;

export const RECORD_ACTS = {
  recordMeeting: (scene, of) => [
    sql`insert into meetings_alone (practice_id, couple_id, partner_id, met_on, was_alone, outcome, recorded_by)
        values (${ofA(scene)}, auth.today(), ${of === 1 ? 'notSure' : 'yes'}, ${of === 2 ? 'individualFirst' : 'jointWork'}, ${scene.therapist.staffMemberId})`,
    sql`insert into plan_events (practice_id, couple_id, partner_id, kind, is_opening, staff_member_id)
        values (${ofA(scene)}, 'metAlone', ${of !== 1 && of !== 2}, ${scene.therapist.staffMemberId})`,
  ],
  writeBackground: (scene, of) => [
    sql`insert into partner_intakes (practice_id, couple_id, partner_id, words, background) values (${ofA(scene)}, ${text(of)}, ${text(of)})
        on conflict (partner_id) do update set background = excluded.background, version = partner_intakes.version + 1`,
  ],
  writeReasons: (scene) => [
    sql`update intakes set reasons = array['loss'], version = version + 1 where couple_id = ${scene.couple.coupleId}`,
  ],
  setGoal: (scene, of) => {
    const goalId = randomUUID();
    const by = scene.therapist.staffMemberId;
    return [
      sql`insert into goals (id, practice_id, couple_id, partner_id, author_id) values (${goalId}, ${ofA(scene)}, ${by})`,
      sql`insert into goal_versions (practice_id, couple_id, goal_id, number, words, position, state, review_on, author_id)
          values (${ids(scene)}, ${goalId}, 1, ${text(of)}, 1, 'open', auth.today(), ${by})`,
    ];
  },
  giveDiagnosis: (scene, of) => [
    sql`insert into diagnoses (practice_id, couple_id, partner_id, kind, code, "on", author_id)
        values (${ofA(scene)}, 'given', ${text(of)}, auth.today(), ${scene.therapist.staffMemberId})`,
  ],
  writeProcessNote: (scene, of) => [
    sql`insert into process_notes (practice_id, couple_id, author_id, "on", saved_in, saved_order, text)
        values (${ids(scene)}, ${scene.therapist.staffMemberId}, auth.today(), ${randomUUID()}, 1, ${text(of)})`,
    sql`insert into data_keys (practice_id, practice_key_id, key_class, couple_id, author_id, wrapped)
        select practice_id, practice_key_id, 'author.process', couple_id, ${scene.therapist.staffMemberId}, wrapped
          from data_keys where partner_id = ${scene.partnerId} and key_class = 'partner.record' limit 1`,
  ],
  noteAttendance: (scene, of) => [
    sql`insert into session_attendances (practice_id, couple_id, partner_id, session_id, attendance)
        select ${ofA(scene)}, s.id, ${of % 2 ? 'attended' : 'absent'} from sessions s where s.couple_id = ${scene.couple.coupleId} and s.kind = 'joint'
        on conflict (session_id, partner_id) do update set attendance = excluded.attendance`,
  ],
  writeNote: (scene, of) => [
    sql`insert into session_notes (practice_id, couple_id, partner_id, session_id, kind, author_id, format, sections)
        select ${ofA(scene)}, m.id, 'individual', ${scene.therapist.staffMemberId}, 'DAP', ${text(of)} from (select ${meeting(scene)} as id) m
         where m.id is not null and not exists (select from session_notes o where o.session_id = m.id)`,
    sql`insert into note_versions (practice_id, couple_id, note_id, author_id, version, cause, sections)
        select n.practice_id, n.couple_id, n.id, n.author_id, n.version, 'interval', n.sections from ${notes(scene)}`,
  ],
  signNote: (scene, of) => [
    sql`update session_notes n set signed_at = auth.now(), signed_as = 'Tess Example, LMFT', signed_hash = ${text(of)}
         where n.partner_id = ${scene.partnerId} and n.signed_at is null`,
    sql`insert into addenda (practice_id, couple_id, note_id, author_id, kind, signed_as, text, zone, note_hash, hash)
        select n.practice_id, n.couple_id, n.id, n.author_id, 'addendum', 'Tess Example, LMFT', ${text(of)}, 'UTC', n.signed_hash, ${text(of)} from ${notes(scene)} and n.signed_at is not null`,
    sql`insert into note_comments (practice_id, couple_id, note_id, supervisee_id, supervisor_id, author_id, text)
        select n.practice_id, n.couple_id, n.id, n.author_id, gen_random_uuid(), n.author_id, ${text(of)} from ${notes(scene)} and n.signed_at is not null`,
  ],
  noteContact: (scene, of) => [
    sql`insert into contact_notes (practice_id, couple_id, partner_id, kind, "on", words, author_id)
        values (${ofA(scene)}, 'call', auth.today(), ${text(of)}, ${scene.therapist.staffMemberId})`,
  ],
  planToDo: (scene, of) => [
    sql`insert into to_dos (practice_id, couple_id, words, due_on, assignee_id, author_id)
        values (${ids(scene)}, ${text(of)}, auth.today() + ${of}::int, ${scene.therapist.staffMemberId}, ${scene.therapist.staffMemberId})`,
  ],
  invite: (scene) => [
    sql`insert into invitations (practice_id, couple_id, partner_id, kind, email, token_hash, created_by, expires_at)
        values (${ofA(scene)}, 'partner', 'ada@partner.example', ${Buffer.from(randomUUID())}, ${scene.therapist.staffMemberId}, auth.now() + interval '7 days')`,
  ],
  closeRecord: (scene, of) => [
    sql`insert into endings (practice_id, couple_id, reason, record, ended_by)
        values (${ids(scene)}, 'reached', ${text(of)}, ${scene.therapist.staffMemberId})`,
  ],
  lookAtToday: ({ practice, therapist }) => [
    sql`insert into today_visits (practice_id, staff_member_id, since, looked_at) values (${practice.practiceId}, ${therapist.staffMemberId}, auth.now(), auth.now())
        on conflict (staff_member_id) do update set looked_at = auth.now()`,
  ],
  startKey: ({ partnerId }) => [
    sql`insert into data_keys (practice_id, practice_key_id, key_class, couple_id, partner_id, wrapped)
        select practice_id, practice_key_id, key_class, couple_id, partner_id, wrapped from data_keys where partner_id = ${partnerId} and key_class = 'partner.record' limit 1`,
  ],
} satisfies Record<string, (scene: Scene, of: number) => SQL[]>;
