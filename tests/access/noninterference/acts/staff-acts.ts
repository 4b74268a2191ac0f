// What staff do that is no event of the plan, as SQL in the therapist's name. None of it may change a byte of the other's day.
import { randomUUID } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import type { CoupleInTest, PracticeInTest, StaffInTest } from '@/tests/support/people';
import { MEASURE_ACTS } from './measure-acts';
import { RECORD_ACTS } from './record-acts';
import { RELEASE_ACTS } from './release-acts';

/** The couple of a story, one of its units, and A. */
export type Scene = {
  practice: PracticeInTest;
  therapist: StaffInTest;
  couple: CoupleInTest;
  unit: { assignmentId: string; unit: string };
  partnerId: string;
};

const ofA = ({ partnerId }: Scene) => sql`partner_id = ${partnerId} and cancelled_at is null`;

export const STAFF_ACTS = {
  takeUpRequest: ({ partnerId }) => [
    sql`update flags set taken_up_at = auth.now() where partner_id = ${partnerId} and reason = 'contactMe'`,
  ],
  mergeOrDecline: ({ couple: { coupleId } }, of) => [
    sql`update flags set settled_at = auth.now(), outcome = ${of % 2 === 0 ? 'merged' : 'declined'} where couple_id = ${coupleId} and reason = 'change'`,
  ],
  lookAtClosing: ({ couple: { coupleId } }) => [
    sql`update practice_closings set seen_at = auth.now() where couple_id = ${coupleId}`,
  ],
  settleRequest: ({ partnerId }, of) => [
    sql`update partners set contact_instruction = ${`Call ${of}`}, contact_said_by = 'partner', contact_said_on = auth.today() where id = ${partnerId}`,
    sql`update partner_requests set settled_at = auth.now() where partner_id = ${partnerId}`,
  ],
  openRecord: ({ couple, partnerId }) => [
    sql`select auth.note_opening('checkIns', ${partnerId}, ${couple.coupleId}, ${partnerId})`,
  ],
  waive: ({ practice, couple, unit, therapist }, of) => [
    sql`insert into waivers (practice_id, couple_id, assignment_id, requirement, reason, author_id)
        values (${practice.practiceId}, ${couple.coupleId}, ${unit.assignmentId}, ${randomUUID()}, ${Buffer.alloc(300, of)}, ${therapist.staffMemberId})`,
  ],
  giveOne: ({ practice, couple, unit, therapist, partnerId }, of) => [
    sql`insert into own_terms (practice_id, couple_id, partner_id, assignment_id, words, author_id)
        values (${practice.practiceId}, ${couple.coupleId}, ${partnerId}, ${unit.assignmentId}, ${Buffer.alloc(300, of)}, ${therapist.staffMemberId})`,
  ],
  writeOwnStep: ({ couple: { coupleId }, therapist }, of) => {
    const stepId = randomUUID();
    return [
      sql`insert into steps (id, practice_id, code, stage, couple_id)
          select ${stepId}, practice_id, ${`O-${stepId}`}, stage, ${coupleId} from steps where couple_id is null order by code limit 1`,
      sql`insert into step_versions (practice_id, step_id, program_id, version, title, content, couple_id, author_id)
          select v.practice_id, ${stepId}, v.program_id, 1, ${`Own ${of}`}, v.content, ${coupleId}, ${therapist.staffMemberId} from step_versions v join steps s on s.id = v.step_id
           where s.couple_id is null order by s.code limit 1`,
    ];
  },
  editLibrary: ({ practice, unit, therapist }, of) => [
    sql`insert into programs (practice_id, version, common, author_id)
        select g.practice_id, g.version + 1, jsonb_set(g.common, '{questions,comfort,ask}', ${JSON.stringify(`How was it, ${of}?`)}::jsonb), ${therapist.staffMemberId}
          from programs g where g.practice_id = ${practice.practiceId} order by g.version desc limit 1`,
    sql`insert into step_versions (practice_id, step_id, program_id, version, title, content, author_id)
        select v.practice_id, v.step_id, (select g.id from programs g where g.practice_id = v.practice_id order by g.version desc limit 1), (select max(version) + 1 from step_versions x where x.step_id = v.step_id),
               ${`Edited ${of}`}, jsonb_set(v.content, '{title}', ${JSON.stringify(`Edited ${of}`)}::jsonb), ${therapist.staffMemberId}
          from step_versions v join assignments a on a.step_version_id = v.id where a.id = ${unit.assignmentId}`,
  ],
  prepareInRoom: ({ couple: { coupleId }, therapist }, of) => [
    sql`insert into prepared_steps (practice_id, couple_id, step_id, choice, prepared_by)
        select s.practice_id, ${coupleId}, s.id, ${Buffer.alloc(300, of)}, ${therapist.staffMemberId} from steps s
         where s.couple_id is null and not exists (select from prepared_steps p where p.couple_id = ${coupleId} and p.step_id = s.id)
         order by s.code limit 1`,
  ],
  setReviewLimits: ({ practice, couple, partnerId }, of) => [
    sql`insert into review_limits (partner_id, practice_id, couple_id, distress_at_least, pain_at_least, comfort_at_most)
        values (${partnerId}, ${practice.practiceId}, ${couple.coupleId}, ${1 + (of % 10)}, ${1 + (of % 10)}, ${of % 10})
        on conflict (partner_id) do update set distress_at_least = excluded.distress_at_least, comfort_at_most = excluded.comfort_at_most`,
  ],
  tellCareTeam: ({ partnerId }) => [
    sql`update flags set told_at = auth.now(), backup_told_at = auth.now() where partner_id = ${partnerId}`,
  ],
  discardPrepared: ({ couple }) => [sql`delete from prepared_steps where couple_id = ${couple.coupleId}`],
  seeAlone: ({ practice, couple, therapist, partnerId }, of) => [
    sql`insert into sessions (practice_id, couple_id, kind, partner_id, therapist_id, starts_at, minutes, place, video_link)
        values (${practice.practiceId}, ${couple.coupleId}, 'individual', ${partnerId}, ${therapist.staffMemberId},
                auth.now() + make_interval(days => ${19 + of}, hours => 1), 50, 'The small room', ${`https://video.example/${randomUUID()}`})`,
  ],
  moveAlone: (scene, of) => [
    sql`update sessions set starts_at = starts_at + make_interval(hours => ${1 + of}), place = ${`Room ${of}`} where ${ofA(scene)}`,
  ],
  cancelAlone: (scene) => [sql`update sessions set cancelled_at = auth.now() where ${ofA(scene)}`],
  ...RECORD_ACTS,
  ...MEASURE_ACTS,
  ...RELEASE_ACTS,
} satisfies Record<string, (scene: Scene, of: number) => SQL[]>;

/** What reaches both at the next turn, and until then nobody. */
export const ACTS_FOR_BOTH = {
  mergeTerms: ({ practice, couple, unit, therapist }, of) => [
    sql`insert into assignment_terms (practice_id, couple_id, assignment_id, terms, author_id)
        values (${practice.practiceId}, ${couple.coupleId}, ${unit.assignmentId}, ${Buffer.alloc(300, of)}, ${therapist.staffMemberId})`,
    sql`insert into plan_events (practice_id, couple_id, kind, assignment_id, staff_member_id)
        values (${practice.practiceId}, ${couple.coupleId}, 'termsChanged', ${unit.assignmentId}, ${therapist.staffMemberId})`,
  ],
  // Talked about in the first of their joint sessions.
  propose: ({ couple, therapist }) => [
    sql`insert into policy_proposals (practice_id, couple_id, policy, session_id, author_id)
        select practice_id, couple_id, 'noSecrets', id, ${therapist.staffMemberId} from sessions
         where couple_id = ${couple.coupleId} and kind = 'joint' order by starts_at limit 1`,
  ],
  takeBackProposal: () => [sql`update policy_proposals set taken_back_at = auth.now() where taken_back_at is null`],
  // Nothing happens before each of them has said yes.
  bringIntoForce: ({ couple, therapist }) => [
    sql`insert into confidentiality_policies (practice_id, couple_id, policy, proposal_id, set_by)
        select p.practice_id, p.couple_id, p.policy, p.id, ${therapist.staffMemberId} from policy_proposals p
         where p.couple_id = ${couple.coupleId} and p.taken_back_at is null
           and not exists (select from confidentiality_policies f where f.proposal_id = p.id)
           and (select count(*) from policy_answers a where a.proposal_id = p.id and a.is_yes) = 2
         order by p.proposed_at desc limit 1`,
  ],
} satisfies Record<string, (scene: Scene, of: number) => SQL[]>;

export type StaffAct = keyof typeof STAFF_ACTS;

export type ActForBoth = keyof typeof ACTS_FOR_BOTH;

export const isActForBoth = (act: string): act is ActForBoth => act in ACTS_FOR_BOTH;
export const isStaffAct = (act: string): act is StaffAct => act in STAFF_ACTS;
