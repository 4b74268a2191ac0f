import { SignInForm } from '@/components/entry/sign-in-form';
import { EntryFrame } from '@/components/entry/entry-frame';
import { PlainLink } from '@/components/ui/plain-link';
import { readCsrfToken } from '@/lib/accounts/csrf';
import { readNotice } from '@/lib/accounts/notice';
import { page } from '@/lib/page';

export default page({
  door: 'entry',
  read: async () => ({ csrfToken: await readCsrfToken(), notice: await readNotice() }),
  view: ({ data }) => (
    <EntryFrame
      heading="Sign in"
      foot={
        <p>
          If you can’t get in, contact the person who invited you. If you work here,{' '}
          <PlainLink href="/reset">a mail sets a new password</PlainLink>.
        </p>
      }
    >
      <SignInForm {...data} />
    </EntryFrame>
  ),
});
