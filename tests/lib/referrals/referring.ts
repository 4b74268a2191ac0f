// A therapist who refers one partner of a couple, and that partner with a password of their own.
import type pg from 'pg';
import { type ActorTx, asActor } from '@/db/access/as-actor';
import { hashPassword } from '@/lib/accounts/password-hash';
import { dayAfter } from '@/lib/format/dates';
import { openMyDay } from '@/lib/my-day/open-my-day';
import { answerPaper } from '@/lib/papers/answer-paper';
import { openPapers } from '@/lib/papers/open-papers';
import { type Paper, readPapers } from '@/lib/papers/read-papers';
import { askRelease, takeBackRequest } from '@/lib/referrals/ask-release';
import { makeReferral } from '@/lib/referrals/make-referral';
import { printLetter } from '@/lib/referrals/print-letter';
import { readLetter, readReferral } from '@/lib/referrals/read-referral';
import { recordOutcome } from '@/lib/referrals/record-outcome';
import { askReleaseInput, makeReferralInput, recordOutcomeInput } from '@/lib/referrals/schema';
import { type CoupleAtHome, coupleAtHome } from '../../support/partner-day';
import type { PartnerInTest, StaffInTest } from '../../support/people';

export const PASSWORD = 'a plain long password';
export const TELLS = 'I ask you to see Ada Example about pain after an operation, and to say which positions are safe.';
export const REASON = 'Pain since the spring; she has not told anyone yet.';

export type Referring = CoupleAtHome & { today: string };

export async function makeReferring(owner: pg.Pool): Promise<Referring> {
  const at = await coupleAtHome(owner);
  await owner.query(
    `update practices set letter_name = 'Office at Elm Street', letter_address = '1 Elm Street' where id = $1`,
    [at.practice.practiceId],
  );
  await owner.query('update accounts set password_hash = $1 where id = any ($2)', [
    await hashPassword(PASSWORD),
    at.couple.partners.map(({ accountId }) => accountId),
  ]);
  const { rows } = await owner.query<{ today: string }>(
    `select plan.day_of(auth.now(), 'America/New_York')::text as today`,
  );
  return { ...at, today: rows[0]!.today };
}

/** The acts of one of the staff; the referral is the first partner's. */
export function staffHand(staff: StaffInTest, at: Referring) {
  const { coupleId, first } = at.couple;
  const as = <T>(work: (tx: ActorTx) => Promise<T>) => asActor(staff.token, work);
  const params = (referralId: string) => ({ coupleId, partnerId: first.partnerId, referralId });
  return {
    as,
    async refer(typed: { dueOn?: string; reason?: string } = {}): Promise<string> {
      const input = makeReferralInput.parse({
        coupleId,
        partnerId: first.partnerId,
        profession: 'urologist',
        toName: 'Dr. Nobody Sample',
        toAddress: '9 Invented Road',
        reason: typed.reason ?? REASON,
        dueOn: typed.dueOn ?? dayAfter(at.today, 14),
      });
      const { redirectTo } = await as((tx) => makeReferral(tx, input));
      return redirectTo!.split('/').at(-1)!;
    },
    ask: (referralId: string, typed: { tells?: string; untilOn?: string } = {}) =>
      as((tx) =>
        askRelease(
          tx,
          askReleaseInput.parse({ coupleId, referralId, tells: TELLS, untilOn: dayAfter(at.today, 90), ...typed }),
        ),
      ),
    takeBack: (referralId: string) => as((tx) => takeBackRequest(tx, { coupleId, referralId })),
    print: (referralId: string) => as((tx) => printLetter(tx, { coupleId, referralId })),
    outcome: (referralId: string, typed: { outcome: string; words?: string; againOn?: string }) =>
      as((tx) => recordOutcome(tx, recordOutcomeInput.parse({ coupleId, referralId, ...typed }))),
    page: (referralId: string) => as((tx) => readReferral(tx, params(referralId))),
    letter: async (referralId: string) => (await as((tx) => readLetter(tx, params(referralId)))).letter,
  };
}

/** The acts of one partner on their own phone. */
export function partnerHand({ token }: PartnerInTest) {
  const papers = (): Promise<Paper[] | null> =>
    asActor(token, async (tx) => readPapers(tx, (await openMyDay(tx)).keyring));
  const open = (password = PASSWORD) => asActor(token, (tx) => openPapers(tx, { password }));
  const answer = (id: string, word: 'signed' | 'notNow' | 'withdrawn') =>
    asActor(token, (tx) => answerPaper(tx, { id, answer: word }));
  return {
    papers,
    open,
    answer,
    /** Opens the papers and answers the only one. */
    async answerTheOne(word: 'signed' | 'notNow' | 'withdrawn') {
      await open();
      await answer((await papers())![0]!.id, word);
    },
  };
}
