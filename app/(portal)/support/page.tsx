import { Portal } from '@/app/frames/portal';
import { SupportList } from '@/components/portal/support-list';
import { PlainLinkButton } from '@/components/ui/plain-link';
import { CLOSE_WORDS } from '@/lib/format/partner-words';
import { justMyDay } from '@/lib/my-day/open-my-day';
import { page } from '@/lib/page';

export default page({
  door: 'portal',
  ...justMyDay,
  view: ({ data: { day }, actor }) => (
    <Portal actor={actor} back={{ href: '/home' }}>
      <h1>Support</h1>
      <section className="flex flex-col gap-3" aria-labelledby="help-now">
        <h2 id="help-now">If you want help now</h2>
        <p>This is not a crisis service. For help now, turn to:</p>
        <SupportList contacts={day.support} />
      </section>
      <section className="flex flex-col gap-2">
        <h2>Your therapist</h2>
        <p>Nobody watches this live. Answers are read on working days.</p>
        <p>
          To see what is kept about you, ask under Settings. To change your e‑mail address, tell the practice in the way
          you agreed is safe.
        </p>
      </section>
      <section className="flex flex-col items-start gap-2">
        <h2>Something to sign</h2>
        <p>When something waits for your signature, your therapist tells you. It is under Papers.</p>
        <PlainLinkButton href="/papers">Papers</PlainLinkButton>
      </section>
      <section className="flex flex-col gap-2">
        <h2>Pause</h2>
        <p>One tap closes what you do together, without a reason. What you do on your own stays.</p>
      </section>
      <section className="flex flex-col gap-2">
        <h2>Close</h2>
        <p>{CLOSE_WORDS}</p>
        <p>On a keyboard, Shift three times does the same.</p>
      </section>
    </Portal>
  ),
});
