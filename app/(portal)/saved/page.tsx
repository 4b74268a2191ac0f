// Where every answer and every text ends, for everyone, whatever it was.
import { onceAgreed, Portal } from '@/app/frames/portal';
import { SupportList } from '@/components/portal/support-list';
import { PlainLinkButton } from '@/components/ui/plain-link';
import { justMyDay } from '@/lib/my-day/open-my-day';
import { page } from '@/lib/page';

export default page({
  door: 'portal',
  ...justMyDay,
  view: (seen) =>
    onceAgreed(seen, ({ data: { day }, actor }) => (
      <Portal actor={actor}>
        <h1>Saved.</h1>
        <section className="flex flex-col gap-3" aria-labelledby="help-now">
          <h2 id="help-now">If you want help now</h2>
          <SupportList contacts={day.support} />
        </section>
        <PlainLinkButton isWide href="/home">
          Back to Today
        </PlainLinkButton>
      </Portal>
    )),
});
