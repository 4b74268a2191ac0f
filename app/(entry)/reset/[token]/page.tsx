import { EntryFrame } from '@/components/entry/entry-frame';
import { TakeReset } from '@/components/entry/reset-forms';
import { PlainLink } from '@/components/ui/plain-link';
import { page } from '@/lib/page';
import { takeReset } from '../actions';

// The same page for any link, right or wrong: it asks nobody, and opening it uses nothing up.
export default page({
  door: 'entry',
  read: async ({ params }) => ({ token: params.token ?? '' }),
  view: ({ data, formKey }) => (
    <EntryFrame
      heading="A new password"
      lead="Choose it here, then sign in with it. Every device that is signed in now is signed out."
      foot={
        <p>
          The link works once, for 30 minutes. If it doesn’t work any more,{' '}
          <PlainLink href="/reset">ask for a new one</PlainLink>.
        </p>
      }
    >
      <TakeReset action={takeReset} formKey={formKey} token={data.token} />
    </EntryFrame>
  ),
});
