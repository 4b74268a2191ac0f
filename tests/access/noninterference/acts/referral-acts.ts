// What happens to a referral of A, as statements of A and of the therapist: nothing of it is for B.
import { sql } from 'drizzle-orm';

export const REFERRAL_ACTS_OF_A = ['openPapers', 'signRelease', 'declineRelease', 'withdrawRelease'] as const;
export const REFERRAL_ACTS_OF_T = ['refer', 'askRelease', 'takeBackRequest', 'printLetter', 'recordOutcome'] as const;
export type ReferralAct = (typeof REFERRAL_ACTS_OF_A)[number] | (typeof REFERRAL_ACTS_OF_T)[number];

const OF_A: readonly string[] = REFERRAL_ACTS_OF_A;
const OF_T: readonly string[] = REFERRAL_ACTS_OF_T;
export const isReferralAct = (act: string): act is ReferralAct => OF_A.includes(act) || OF_T.includes(act);

/** A's alone; `of` varies sizes and days. */
export function referralAct(
  act: ReferralAct,
  whose: { practiceId: string; coupleId: string; partnerId: string },
  staffMemberId: string,
  of: number,
): ReturnType<typeof sql> {
  const own = sql`${whose.practiceId}, ${whose.coupleId}, ${whose.partnerId}`;
  const text = Buffer.alloc(300 * (1 + of), of);
  const answered = (answer: string, before: ReturnType<typeof sql>) => sql`
    insert into release_answers (practice_id, couple_id, partner_id, release_id, answer, "on")
    select ${own}, l.id, ${answer}, current_date from releases l where ${before}`;
  const has = sql`exists (select from release_answers a where a.release_id = l.id)`;
  switch (act) {
    case 'openPapers':
      return sql`select auth.note_password_given(${of % 2 === 0})`;
    case 'signRelease':
      return answered('signed', sql`not ${has}`);
    case 'declineRelease':
      return answered('notNow', sql`not ${has}`);
    case 'withdrawRelease':
      return answered(
        'withdrawn',
        sql`${has} and not exists (select from release_answers a where a.release_id = l.id and a.answer = 'withdrawn')`,
      );
    case 'refer':
      return sql`insert into referrals (practice_id, couple_id, partner_id, profession, record, due_on, author_id)
        values (${own}, 'urologist', ${text}, current_date + ${of}::int, ${staffMemberId})`;
    case 'askRelease':
      return sql`insert into releases (practice_id, couple_id, partner_id, referral_id, terms, until_on, author_id)
        select ${own}, r.id, ${text}, current_date + 100, ${staffMemberId} from referrals r where r.couple_id = ${whose.coupleId}`;
    case 'takeBackRequest':
      return sql`update releases set taken_back_at = auth.now() where couple_id = ${whose.coupleId} and taken_back_at is null`;
    case 'printLetter':
      return sql`insert into referral_events (practice_id, couple_id, partner_id, referral_id, kind, release_id, author_id)
        select ${own}, l.referral_id, 'letterPrinted', l.id, ${staffMemberId} from releases l where l.couple_id = ${whose.coupleId}`;
    case 'recordOutcome':
      return sql`insert into referral_events (practice_id, couple_id, partner_id, referral_id, kind, outcome, words, author_id)
        select ${own}, r.id, 'outcome', 'seen', ${text}, ${staffMemberId} from referrals r where r.couple_id = ${whose.coupleId}`;
  }
}
