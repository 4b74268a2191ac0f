import { redirect } from 'next/navigation';
import { takeBackMyPause } from '@/app/(portal)/actions';
import { Portal } from '@/app/frames/portal';
import { FormFrame } from '@/components/ui/form/form-frame';
import { PlainLinkButton } from '@/components/ui/plain-link';
import { PAUSED } from '@/lib/format/partner-words';
import { readMyDay } from '@/lib/my-day/open-my-day';
import { page } from '@/lib/page';

export default page({
  door: 'portal',
  read: async (tx) => ({ day: await readMyDay(tx) }),
  view: ({ data: { day }, actor, formKey }) => {
    if (day.pause === null) redirect('/home');
    const [first, ...rest] = PAUSED.split('. ');
    return (
      <Portal actor={actor} back={{ href: '/home' }}>
        <h1>{first}.</h1>
        <p className="text-lg">{rest.join('. ')}</p>
        {day.pause === 'today' ? (
          <FormFrame
            action={takeBackMyPause}
            formKey={formKey}
            submit="Take it back"
            submitVariant="secondary"
            label="Take it back"
          >
            <p className="text-sm text-ink-muted">
              Until the early morning you can take it back. Your therapist sees both.
            </p>
          </FormFrame>
        ) : (
          <p className="text-sm text-ink-muted">
            To go on again, tell your therapist. You can do so under Write something.
          </p>
        )}
        <PlainLinkButton isWide href="/home">
          Back to Today
        </PlainLinkButton>
      </Portal>
    );
  },
});
