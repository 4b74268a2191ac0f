// Rule 11, the tier "review": from which answers on, for each partner, as the care team set it.
import { expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { enterPaperCheckIn } from '@/lib/check-ins/enter-paper-check-in';
import { paperCheckInInput } from '@/lib/check-ins/schema';
import { sendCheckIn } from '@/lib/check-ins/send-check-in';
import { changeReviewLimits } from '@/lib/review-limits/change-review-limits';
import { readReviewLimits } from '@/lib/review-limits/read-review-limits';
import { reviewLimitsInput, USUAL_LIMITS } from '@/lib/review-limits/schema';
import { useDatabase } from '../../support/database';
import { bytesOf, type CoupleAtHome, coupleAtHome, dayOf, flagsOf, openFor } from '../../support/partner-day';
import { makeStaff, type PartnerInTest } from '../../support/people';

const database = useDatabase();
const TIGHT = { distressAtLeast: 3, painAtLeast: 1, comfortAtMost: 6 };

const pageOf = (at: CoupleAtHome, { partnerId }: PartnerInTest, by: { token: string } = at.therapist) =>
  asActor(by.token, (tx) => readReviewLimits(tx, { coupleId: at.couple.coupleId, partnerId }));
function change(at: CoupleAtHome, { partnerId }: PartnerInTest, limits: object, by: { token: string } = at.therapist) {
  const input = reviewLimitsInput.parse({ coupleId: at.couple.coupleId, partnerId, ...limits });
  return asActor(by.token, (tx) => changeReviewLimits(tx, input));
}

test('rule 11: limits of one partner decide what of their answers is reviewed; the other’s stay the usual ones', async () => {
  const at = await coupleAtHome(database.owner);
  const unit = await openFor(database.owner, at, 'S17');
  expect((await pageOf(at, at.first)).limits).toEqual(USUAL_LIMITS);
  await change(at, at.first, TIGHT);
  expect((await pageOf(at, at.first)).limits).toEqual(TIGHT);
  expect((await pageOf(at, at.second)).limits).toEqual(USUAL_LIMITS);
  const give = (who: PartnerInTest, answers: Record<string, string>) =>
    asActor(who.token, (tx) => sendCheckIn(tx, { ...unit, answers }));
  for (const who of at.couple.partners) {
    await give(who, { comfort: '6', pain: '1' });
    await give(who, { comfort: '5', distressWorst: '3' });
  }
  expect((await flagsOf(database.owner, at.first)).toSorted()).toEqual([
    'review comfort',
    'review distressWorst',
    'review pain',
  ]);
  expect(await flagsOf(database.owner, at.second)).toEqual([]);
});

test('rule 11: limits can be looser than the usual ones, but never quiet a graver tier', async () => {
  const at = await coupleAtHome(database.owner);
  const unit = await openFor(database.owner, at, 'S17');
  await change(at, at.first, { distressAtLeast: 10, painAtLeast: 9, comfortAtMost: 0 });
  for (const freeToStop of ['Yes', 'Mostly', 'No'])
    await asActor(at.first.token, (tx) =>
      sendCheckIn(tx, { ...unit, answers: { comfort: '1', pain: '8', distressWorst: '9', freeToStop } }),
    );
  expect(await flagsOf(database.owner, at.first)).toEqual(['talk freeToStop', 'safety freeToStop']);
});

test('rule 11: a check-in on paper goes by the same limits', async () => {
  const at = await coupleAtHome(database.owner);
  const unit = await openFor(database.owner, at, 'S17');
  await change(at, at.first, TIGHT);
  const { day } = await dayOf(at.first);
  const input = paperCheckInInput.parse({
    coupleId: at.couple.coupleId,
    partnerId: at.first.partnerId,
    ...unit,
    on: day,
    answers: { pain: '1', comfort: '7' },
  });
  await asActor(at.therapist.token, (tx) => enterPaperCheckIn(tx, input));
  expect(await flagsOf(database.owner, at.first)).toEqual(['review pain']);
});

test('rule 11: limits change no byte of either partner’s pages, and what was given before is not looked at again', async () => {
  const at = await coupleAtHome(database.owner);
  const unit = await openFor(database.owner, at, 'S17');
  await asActor(at.first.token, (tx) => sendCheckIn(tx, { ...unit, answers: { pain: '2' } }));
  const before = await Promise.all(at.couple.partners.map(bytesOf));
  await change(at, at.first, TIGHT);
  expect(await Promise.all(at.couple.partners.map(bytesOf))).toEqual(before);
  expect(await flagsOf(database.owner, at.first)).toEqual([]);
});

test('only the care team sees and sets limits, only of their own couples’ partners, and it is noted whose they are', async () => {
  const at = await coupleAtHome(database.owner);
  const other = await coupleAtHome(database.owner);
  const strangers: { token: string }[] = [
    await makeStaff(database.owner, at.practice),
    await makeStaff(database.owner, at.practice, ['practiceAdmin']),
    other.therapist,
    at.first,
  ];
  for (const stranger of strangers) {
    await expect(pageOf(at, at.first, stranger)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(change(at, at.first, TIGHT, stranger)).rejects.toMatchObject({ name: 'NotFound' });
  }
  await expect(change(at, other.first, TIGHT)).rejects.toMatchObject({ name: 'NotFound' });
  const rows = () => database.owner.query(`select from review_limits where couple_id = $1`, [at.couple.coupleId]);
  expect((await rows()).rowCount).toBe(0);
  await change(at, at.first, TIGHT);
  await change(at, at.first, USUAL_LIMITS);
  expect((await rows()).rowCount).toBe(1);
  const { rows: noted } = await database.owner.query(
    `select act, concerns_partner_id as of from audit_events where record_kind = 'reviewLimits' and couple_id = $1`,
    [at.couple.coupleId],
  );
  expect(noted).toEqual(Array(2).fill({ act: 'changed', of: at.first.partnerId }));
});

test.each([
  [{ distressAtLeast: 0 }, 'Write a whole number from 1 to 10.'],
  [{ painAtLeast: 3.5 }, 'Write a whole number from 1 to 10.'],
  [{ comfortAtMost: 10 }, 'Write a whole number from 0 to 9.'],
  [{ comfortAtMost: 'low' }, 'Write a whole number from 0 to 9.'],
])('%j is refused beside its field', (wrong, words) => {
  const ids = { coupleId: crypto.randomUUID(), partnerId: crypto.randomUUID() };
  const { error } = reviewLimitsInput.safeParse({ ...ids, ...TIGHT, ...wrong });
  expect(error?.issues.map(({ path, message }) => [path[0], message])).toEqual([[Object.keys(wrong)[0], words]]);
});
