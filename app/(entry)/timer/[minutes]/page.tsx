import { Countdown } from '@/components/portal/timer/countdown';
import { TimerFrame } from '@/components/portal/timer/timer-frame';
import { minutesWords } from '@/lib/format/rhythms';
import { page } from '@/lib/page';
import { readTimer } from '@/lib/timer/read-timer';

export default page({
  door: 'entry',
  read: ({ params }) => readTimer(params.minutes),
  view: ({ data: { minutes, endsAt } }) => (
    <TimerFrame>
      <h1>A silent timer</h1>
      <Countdown minutes={minutes} />
      <noscript>
        <meta httpEquiv="refresh" content={`${minutes * 60};url=/timer/over`} />
        <p>
          {minutesWords({ min: minutes, max: minutes })}, until {endsAt}. This page says so by itself then.
        </p>
      </noscript>
      <p className="text-sm text-ink-muted">It makes no sound. You may be signed out meanwhile; this page stays.</p>
    </TimerFrame>
  ),
});
