import { AcceptInvitation } from '@/components/entry/accept-invitation';
import { EntryFrame } from '@/components/entry/entry-frame';
import { page } from '@/lib/page';
import { acceptInvitation } from './actions';

// The same page for any link, right or wrong: it asks nobody, and opening it uses nothing up.
export default page({
  door: 'entry',
  read: async ({ params }) => ({ token: params.token ?? '' }),
  view: ({ data, formKey }) => (
    <EntryFrame
      heading="Welcome"
      lead="Choose a password. Then you can sign in."
      foot="The link works once. If it doesn’t work any more, ask the person who invited you for a new one."
    >
      <AcceptInvitation action={acceptInvitation} formKey={formKey} token={data.token} />
    </EntryFrame>
  ),
});
