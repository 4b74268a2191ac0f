import { TimerFrame } from '@/components/portal/timer/timer-frame';
import { PlainLinkButton } from '@/components/ui/plain-link';
import { minutesWords } from '@/lib/format/rhythms';
import { page } from '@/lib/page';

const LENGTHS = [5, 10, 15, 20, 30, 45];

export default page({
  door: 'entry',
  read: async () => ({}),
  view: () => (
    <TimerFrame isChoice>
      <h1>A silent timer</h1>
      <p>It makes no sound and runs without a sign-in. It begins as soon as you choose.</p>
      <nav aria-label="How long" className="pair">
        {LENGTHS.map((length) => (
          <PlainLinkButton key={length} href={`/timer/${length}`}>
            {minutesWords({ min: length, max: length })}
          </PlainLinkButton>
        ))}
      </nav>
    </TimerFrame>
  ),
});
