// "Not today": the first page without its steps. It stores nothing, so nobody else can see it either.
import { onceAgreed, Portal } from '@/app/frames/portal';
import { ArrivedWords, DoneSteps } from '@/components/portal/today-cards';
import { greeting } from '@/lib/format/dates';
import { NOTHING_OPEN } from '@/lib/format/partner-words';
import { justMyDay } from '@/lib/my-day/open-my-day';
import { page } from '@/lib/page';

export default page({
  door: 'portal',
  ...justMyDay,
  view: (seen) =>
    onceAgreed(seen, ({ data: { day }, actor }) => (
      <Portal actor={actor}>
        <h1>{greeting(actor.now, actor.timeZone)}.</h1>
        <p className="text-lg">{NOTHING_OPEN}</p>
        {day.words.length > 0 ? <ArrivedWords words={day.words} today={day.day} /> : null}
        {day.done.length > 0 ? <DoneSteps done={day.done} today={day.day} /> : null}
      </Portal>
    )),
});
