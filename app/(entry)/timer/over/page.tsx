// Where the timer's page leads by itself in a browser without script.
import { TimerFrame } from '@/components/portal/timer/timer-frame';
import { page } from '@/lib/page';

export default page({
  door: 'entry',
  read: async () => ({}),
  view: () => (
    <TimerFrame>
      <h1>The time is over.</h1>
      <p>There is no hurry.</p>
    </TimerFrame>
  ),
});
