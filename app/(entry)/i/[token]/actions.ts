'use server';

import { headers } from 'next/headers';
import { leaveNotice } from '@/lib/accounts/notice';
import { entryAction } from '@/lib/action';
import { addressOf } from '@/lib/address';
import { joinInvitation } from '@/lib/invitations/join-invitation';
import { redeemInvitation } from '@/lib/invitations/redeem-invitation';
import { joinInvitationInput, redeemInvitationInput } from '@/lib/invitations/schema';

export const acceptInvitation = entryAction(redeemInvitationInput, async (input) => {
  const { login } = await redeemInvitation(input, { address: addressOf(await headers()) });
  await leaveNotice({ word: 'ready', login, minutes: 0 });
  return { redirectTo: '/sign-in' };
});

export const joinWithAccount = entryAction(joinInvitationInput, async (input) => {
  const { login } = await joinInvitation(input, { address: addressOf(await headers()) });
  await leaveNotice({ word: 'joined', login, minutes: 0 });
  return { redirectTo: '/sign-in' };
});
