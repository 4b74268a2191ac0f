// What happens when A's record is released, as SQL in the therapist's name: nothing of it is for B, also when B's own authorization is noted.
import { type SQL, sql } from 'drizzle-orm';
import type { Scene } from './staff-acts';

const releases = ({ couple: { coupleId } }: Scene) => sql`record_releases r where r.couple_id = ${coupleId}`;

export const RELEASE_ACTS = {
  makeRecordRelease: ({ practice, couple, therapist, partnerId }: Scene, of: number): SQL[] => [
    sql`insert into record_releases (practice_id, couple_id, partner_id, asked_by, kinds, terms, until_on, author_id)
        values (${practice.practiceId}, ${couple.coupleId}, ${partnerId}, 'person', array['intake', 'jointNotes'], ${Buffer.alloc(300 * (1 + of), of)},
                current_date + ${of}::int, ${therapist.staffMemberId})`,
  ],
  authorizeRecordRelease: (scene: Scene, of: number): SQL[] => [
    sql`insert into record_authorizations (practice_id, couple_id, release_id, partner_id, kind, "on", author_id)
        select r.practice_id, r.couple_id, r.id, p.id, ${of % 3 === 2 ? 'revoked' : 'signed'}, current_date, ${scene.therapist.staffMemberId}
          from partners p, ${releases(scene)} and p.couple_id = r.couple_id
           and not exists (select from record_authorizations a where a.release_id = r.id and a.partner_id = p.id and a.kind = ${of % 3 === 2 ? 'revoked' : 'signed'})`,
  ],
  decideJointNote: (scene: Scene, of: number): SQL[] => [
    sql`insert into joint_note_decisions (practice_id, couple_id, release_id, note_id, decision, record, author_id)
        select r.practice_id, r.couple_id, r.id, n.id, 'leftOut', ${Buffer.alloc(300, of)}, ${scene.therapist.staffMemberId}
          from session_notes n, ${releases(scene)} and n.couple_id = r.couple_id`,
  ],
  discloseRecord: (scene: Scene, of: number): SQL[] => [
    sql`insert into disclosures (practice_id, couple_id, partner_id, release_id, "on", document, author_id)
        select r.practice_id, r.couple_id, r.partner_id, r.id, current_date, ${Buffer.alloc(900, of)}, ${scene.therapist.staffMemberId}
          from ${releases(scene)}`,
  ],
} as const;
