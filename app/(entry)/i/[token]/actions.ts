'use server';

import { headers } from 'next/headers';
import { leaveNotice } from '@/lib/accounts/notice';
import { entryAction } from '@/lib/action';
import { addressOf } from '@/lib/address';
import { redeemInvitation } from '@/lib/invitations/redeem-invitation';
import { redeemInvitationInput } from '@/lib/invitations/schema';

export const acceptInvitation = entryAction(redeemInvitationInput, async (input) => {
  const { login } = await redeemInvitation(input, { address: addressOf(await headers()) });
  await leaveNotice({ word: 'ready', login, minutes: 0 });
  return { redirectTo: '/sign-in' };
});
