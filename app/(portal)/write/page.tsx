import { onceAgreed, Portal } from '@/app/frames/portal';
import { PlainLink } from '@/components/ui/plain-link';
import { NOT_LIVE } from '@/lib/format/partner-words';
import { justMyDay } from '@/lib/my-day/open-my-day';
import { page } from '@/lib/page';

export default page({
  door: 'portal',
  ...justMyDay,
  view: (seen) =>
    onceAgreed(seen, ({ data: { day }, actor }) => (
      <Portal actor={actor} back={{ href: '/home' }}>
        <h1>Write something</h1>
        <p>First, who may read it?</p>
        <nav aria-label="Who may read it" className="audiences">
          <PlainLink className="audience" href="/write/private">
            <span>My therapist</span>
            <span>Your partner does not see it. It is not shown again here.</span>
          </PlainLink>
          {day.isSharedOver ? null : (
            <PlainLink className="audience" href="/write/shared">
              <span>My partner too</span>
              <span>You see exactly what arrives before it is shared. It arrives in the early morning.</span>
            </PlainLink>
          )}
        </nav>
        <p className="text-sm text-ink-muted">What only you should read is best kept on paper. {NOT_LIVE}</p>
      </Portal>
    )),
});
