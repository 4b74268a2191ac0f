import { SignInForm } from '@/components/entry/sign-in-form';
import { EntryFrame } from '@/components/entry/entry-frame';
import { readCsrfToken } from '@/lib/accounts/csrf';
import { readNotice } from '@/lib/accounts/notice';
import { page } from '@/lib/page';

export default page({
  door: 'entry',
  read: async () => ({ csrfToken: await readCsrfToken(), notice: await readNotice() }),
  view: ({ data }) => (
    <EntryFrame heading="Sign in" foot="If you can’t get in, contact the person who invited you.">
      <SignInForm {...data} />
    </EntryFrame>
  ),
});
