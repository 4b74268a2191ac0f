import { redirect } from 'next/navigation';
import { LiftForm } from '@/components/clinic/curtain/lift-form';
import { EntryFrame } from '@/components/entry/entry-frame';
import { isCoveredNow } from '@/lib/accounts/curtain/lift';
import { readNotice } from '@/lib/accounts/notice';
import { page } from '@/lib/page';

// Where every page of a covered sign-in leads: another tab, an address typed anew, the way back.
export default page({
  door: 'entry',
  read: async () => {
    if (!(await isCoveredNow())) redirect('/');
    return readNotice();
  },
  view: ({ data: notice }) => (
    <EntryFrame heading="Covered" lead="Your password shows the page you asked for.">
      <LiftForm refusal={notice ? refusalOf(notice) : null} />
    </EntryFrame>
  ),
});

function refusalOf({ word, minutes }: { word: string; minutes: number }): string | null {
  if (word === 'wait') return `That was tried too often. Try again in ${minutes} minutes.`;
  return word === 'wrong' ? 'This is not your password. Please write it again.' : null;
}
