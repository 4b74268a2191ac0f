'use server';

import { headers } from 'next/headers';
import { after } from 'next/server';
import { leaveNotice } from '@/lib/accounts/notice';
import { askReset, sendReset, tellOfReset } from '@/lib/accounts/resets/ask-reset';
import { redeemReset } from '@/lib/accounts/resets/redeem-reset';
import { askResetInput, redeemResetInput } from '@/lib/accounts/schema';
import { entryAction } from '@/lib/action';
import { addressOf } from '@/lib/address';

// Mails go out once the answer is on its way, so that the time of an answer tells nothing of who has an account.
export const askForReset = entryAction(askResetInput, async (input) => {
  const id = await askReset(input, { address: addressOf(await headers()) });
  after(() => sendReset(id));
  return {
    message:
      'If someone who works here signs in with this address, a mail is on its way. Its link works for 30 minutes.',
  };
});

export const takeReset = entryAction(redeemResetInput, async (input) => {
  const { id, login } = await redeemReset(input, { address: addressOf(await headers()) });
  after(() => tellOfReset(id));
  await leaveNotice({ word: 'ready', login, minutes: 0 });
  return { redirectTo: '/sign-in' };
});
