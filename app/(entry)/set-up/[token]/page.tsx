import { EntryFrame } from '@/components/entry/entry-frame';
import { SetUpForm } from '@/components/practices/set-up-form';
import { NoticePage } from '@/components/ui/notice-page';
import { timeZones } from '@/lib/format/time-zones';
import { page } from '@/lib/page';
import { isOpenSetUpLink } from '@/lib/practices/set-up-link';
import { setUp } from './actions';

export default page({
  door: 'entry',
  read: async ({ params }) => {
    const token = params.token ?? '';
    return { token, isOpen: await isOpenSetUpLink(token) };
  },
  view: ({ data: { token, isOpen }, formKey }) =>
    isOpen ? (
      <EntryFrame
        heading="Set up your practice"
        lead="This takes about three minutes. Nothing is saved until the end."
        isWide
      >
        <SetUpForm action={setUp} formKey={formKey} token={token} {...timeZones()} />
      </EntryFrame>
    ) : (
      <NoticePage heading="This link can’t be used any more">
        <p>
          A set-up link works once, for a day. While there is no practice yet, starting Hearth again prints a new one.
        </p>
      </NoticePage>
    ),
});
