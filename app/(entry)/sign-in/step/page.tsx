import { redirect } from 'next/navigation';
import { EntryFrame } from '@/components/entry/entry-frame';
import { SecondStepForm } from '@/components/entry/second-step-form';
import { PlainLink } from '@/components/ui/plain-link';
import { readCsrfToken } from '@/lib/accounts/csrf';
import { readStep } from '@/lib/accounts/factors/half';
import { page } from '@/lib/page';

// After a right password: whoever comes this far is told which ways on there are.
export default page({
  door: 'entry',
  read: async () => {
    const has = await readStep();
    if (!has) redirect('/sign-in');
    return { csrfToken: await readCsrfToken(), has };
  },
  view: ({ data }) => (
    <EntryFrame
      heading="One more step"
      foot={
        <p>
          Neither this nor a recovery code left? Ask the person who invited you.{' '}
          <PlainLink href="/sign-in">Back to the sign-in</PlainLink>
        </p>
      }
    >
      <SecondStepForm {...data} />
    </EntryFrame>
  ),
});
