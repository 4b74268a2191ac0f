'use server';

import { leaveNotice } from '@/lib/accounts/notice';
import { entryAction } from '@/lib/action';
import { setUpPracticeInput } from '@/lib/practices/schema';
import { setUpPractice } from '@/lib/practices/set-up-practice';

export const setUp = entryAction(setUpPracticeInput, async (input) => {
  await setUpPractice(input);
  await leaveNotice({ word: 'ready', login: input.adminEmail, minutes: 0 });
  return { redirectTo: '/sign-in' };
});
