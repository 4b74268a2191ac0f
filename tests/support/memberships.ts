// People with several places: a membership that was made for one account is brought into another's, as the database's owner.
import type pg from 'pg';
import { hashPassword } from '@/lib/accounts/password-hash';
import { type CoupleInTest, makeCouple, makePractice, makeSignIn, makeStaff, type PracticeInTest } from './people';

export const PASSWORD = 'nine copper lamps and tea';

export async function setPassword(owner: pg.Pool, accountId: string, password = PASSWORD): Promise<void> {
  await owner.query('update accounts set password_hash = $1 where id = $2', [await hashPassword(password), accountId]);
}

/** Brings a partner's or a staff member's place into this account. */
export async function bringInto(
  owner: pg.Pool,
  accountId: string,
  place: { partnerId: string } | { staffMemberId: string },
): Promise<void> {
  const [table, id] = 'partnerId' in place ? ['partners', place.partnerId] : ['staff_members', place.staffMemberId];
  await owner.query(`update ${table} set account_id = $1 where id = $2`, [accountId, id]);
  const column = 'partnerId' in place ? 'partner_id' : 'staff_member_id';
  await owner.query(`update sign_ins set account_id = $1 where ${column} = $2`, [accountId, id]);
}

/** Two couples of one practice with different therapists, and Ada in both, with one account. Tokens are of the one place each. */
export async function adaInTwoCouples(owner: pg.Pool, practice?: PracticeInTest) {
  const here = practice ?? (await makePractice(owner));
  const therapist = await makeStaff(owner, here, ['therapist']);
  const otherTherapist = await makeStaff(owner, here, ['therapist']);
  const one = await makeCouple(owner, here, therapist);
  const two = await makeCouple(owner, here, otherTherapist);
  const { accountId, email } = one.first;
  await bringInto(owner, accountId, { partnerId: two.first.partnerId });
  await setPassword(owner, accountId);
  return { practice: here, therapist, otherTherapist, one, two, accountId, email };
}

/** The same account works in a second practice. */
export async function alsoAtWork(owner: pg.Pool, accountId: string) {
  const elsewhere = await makePractice(owner);
  const staff = await makeStaff(owner, elsewhere, ['therapist']);
  await bringInto(owner, accountId, staff);
  return { elsewhere, ...staff };
}

export const signInTo = (
  owner: pg.Pool,
  accountId: string,
  practice: PracticeInTest,
  couple: CoupleInTest,
  device?: string,
) => makeSignIn(owner, accountId, practice, { partnerId: couple.first.partnerId }, device);
