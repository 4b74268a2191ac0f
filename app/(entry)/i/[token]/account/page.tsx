import { JoinInvitation } from '@/components/entry/accept-invitation';
import { EntryFrame } from '@/components/entry/entry-frame';
import { page } from '@/lib/page';
import { joinWithAccount } from '../actions';

// Like the page before it: the same for any link, and it asks nobody.
export default page({
  door: 'entry',
  read: async ({ params }) => ({ token: params.token ?? '' }),
  view: ({ data, formKey }) => (
    <EntryFrame
      heading="With your account"
      lead="You keep what you sign in with. Nobody is told that you had it before."
      foot="The link works once. If it doesn’t work any more, ask the person who invited you for a new one."
    >
      <JoinInvitation action={joinWithAccount} formKey={formKey} token={data.token} />
    </EntryFrame>
  ),
});
