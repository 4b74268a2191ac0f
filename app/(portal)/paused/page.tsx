import { redirect } from 'next/navigation';
import { takeBackMyPause } from '@/app/(portal)/actions';
import { Portal } from '@/app/frames/portal';
import { FormFrame } from '@/components/ui/form/form-frame';
import { PlainLinkButton } from '@/components/ui/plain-link';
import { PAUSED } from '@/lib/format/partner-words';
import { justMyDay } from '@/lib/my-day/open-my-day';
import { page } from '@/lib/page';

export default page({
  door: 'portal',
  ...justMyDay,
  view: ({ data: { day }, actor, formKey }) => {
    // Only what was pressed since the turn: typed later, the address tells of no pause that stands (rule 7).
    if (day.pause !== 'today') redirect('/home');
    const [first, ...rest] = PAUSED.split('. ');
    return (
      <Portal actor={actor} back={{ href: '/home' }}>
        <h1>{first}.</h1>
        <p className="text-lg">{rest.join('. ')}</p>
        <FormFrame
          action={takeBackMyPause}
          formKey={formKey}
          submit="Take it back"
          submitVariant="secondary"
          label="Take it back"
        >
          <p className="text-sm text-ink-muted">
            Until the early morning you can take it back. Your therapist sees both. After that, tell your therapist when
            you want to go on. You can do so under Write something.
          </p>
        </FormFrame>
        <PlainLinkButton isWide href="/home">
          Back to Today
        </PlainLinkButton>
      </Portal>
    );
  },
});
