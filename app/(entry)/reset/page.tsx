import { EntryFrame } from '@/components/entry/entry-frame';
import { AskReset } from '@/components/entry/reset-forms';
import { PlainLink } from '@/components/ui/plain-link';
import { page } from '@/lib/page';
import { askForReset } from './actions';

export default page({
  door: 'entry',
  read: () => Promise.resolve(null),
  view: ({ formKey }) => (
    <EntryFrame
      heading="A new password"
      lead="For people who work here. If you were invited as anyone else, the person who invited you gives you a new code."
      foot={<PlainLink href="/sign-in">Back to the sign-in</PlainLink>}
    >
      <AskReset action={askForReset} formKey={formKey} />
    </EntryFrame>
  ),
});
