import { redirect } from 'next/navigation';
import { EntryFrame } from '@/components/entry/entry-frame';
import { SecondStepForm } from '@/components/entry/second-step-form';
import { PlainLink } from '@/components/ui/plain-link';
import { readCsrfToken } from '@/lib/accounts/csrf';
import { readHalf } from '@/lib/accounts/factors/half';
import { page } from '@/lib/page';

// After a right password. The same page for everyone who comes this far.
export default page({
  door: 'entry',
  read: async () => {
    if (!(await readHalf())) redirect('/sign-in');
    return { csrfToken: await readCsrfToken() };
  },
  view: ({ data }) => (
    <EntryFrame
      heading="One more step"
      foot={
        <p>
          No app and no recovery codes left? Ask the person who invited you.{' '}
          <PlainLink href="/sign-in">Back to the sign-in</PlainLink>
        </p>
      }
    >
      <SecondStepForm {...data} />
    </EntryFrame>
  ),
});
