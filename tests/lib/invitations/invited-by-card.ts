// A partner who has no account yet, and one who was invited with a user name and a card.
import type pg from 'pg';
import { asActor } from '@/db/access/as-actor';
import { changeLogin } from '@/lib/couples/change-login';
import { changeLoginInput } from '@/lib/couples/schema';
import { readEnv } from '@/lib/env';
import { invitePartner } from '@/lib/invitations/invite-partner';
import { type IssuedInvitation, tokenOf } from '@/lib/invitations/issue-invitation';
import { redeemInvitation } from '@/lib/invitations/redeem-invitation';
import { invitationCode } from '@/lib/invitations/token';
import { makeCouple, makePractice, makeStaff } from '../../support/people';

export const PASSWORD = 'nine copper lamps and tea';

let next = 0;
/** One that nobody tried from before. */
export const address = () => `198.51.100.${(next += 1)}-${process.pid}-${Date.now()}`;

/** A couple whose second partner has no account yet. */
export async function withoutAccount(owner: pg.Pool) {
  const practice = await makePractice(owner);
  const therapist = await makeStaff(owner, practice, ['therapist']);
  const couple = await makeCouple(owner, practice, therapist);
  const { partnerId } = couple.second;
  await owner.query(`update partners set account_id = null, status = 'invited' where id = $1`, [partnerId]);
  const at = { coupleId: couple.coupleId, partnerId };
  const change = (typed: object) =>
    asActor(therapist.token, (tx) => changeLogin(tx, changeLoginInput.parse({ ...at, ...typed })));
  return { practice, therapist, couple, at, change };
}

export async function invitedByCard(owner: pg.Pool) {
  const made = await withoutAccount(owner);
  await made.change({ hasNoEmail: 'yes' });
  const issued = await asActor(made.therapist.token, (tx) => invitePartner(tx, made.at));
  return { ...made, issued, code: codeOf(issued) };
}

const codeOf = ({ id }: IssuedInvitation) => invitationCode(readEnv().keys.invitationKey, id);

/** With the right link and code, but for what is given. */
export const redeem = (issued: IssuedInvitation, over = {}) =>
  redeemInvitation(
    { token: tokenOf(issued), code: codeOf(issued), password: PASSWORD, passwordAgain: PASSWORD, ...over },
    { address: address() },
  );

export const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (error: Error) => `${error.name}: ${error.message}`,
  );

export async function loginOf(owner: pg.Pool, partnerId: string) {
  const { rows } = await owner.query<{ email: string | null; user_name: string | null }>(
    'select email, user_name from partners where id = $1',
    [partnerId],
  );
  return rows[0]!;
}
