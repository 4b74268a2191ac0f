import { onceAgreed, Portal } from '@/app/frames/portal';
import { AskedLine } from '@/components/portal/policy-question';
import { ArrivedWords, DoneSteps, FirstCard, OtherUnits, RecentUnits } from '@/components/portal/today-cards';
import { greeting } from '@/lib/format/dates';
import { APART, MESSAGE_IS_THERE, NOTHING_OPEN } from '@/lib/format/partner-words';
import { justMyDay, readHome } from '@/lib/my-day/open-my-day';
import { page } from '@/lib/page';

export default page({
  door: 'portal',
  ask: justMyDay.ask,
  read: async (tx, _asked, sealed) => ({ day: await readHome(tx, sealed) }),
  view: (seen) =>
    onceAgreed(seen, ({ data: { day }, actor }) => {
      const [first, ...others] = day.units;
      return (
        <Portal actor={actor}>
          <h1>{greeting(actor.now, actor.timeZone)}.</h1>
          {day.hasAnswer ? <p>{MESSAGE_IS_THERE}</p> : null}
          {first ? <FirstCard unit={first} /> : <p className="text-lg">{NOTHING_OPEN}</p>}
          {day.proposal ? <AskedLine /> : null}
          {day.isApart ? <p>{APART}</p> : null}
          {others.length > 0 ? <OtherUnits units={others} /> : null}
          {day.recent.length > 0 ? <RecentUnits units={day.recent} /> : null}
          {day.words.length > 0 ? <ArrivedWords words={day.words} today={day.day} /> : null}
          {day.done.length > 0 ? <DoneSteps done={day.done} today={day.day} /> : null}
        </Portal>
      );
    }),
});
