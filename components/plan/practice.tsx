import { type CalendarDay, PracticeCalendar } from '@/components/ui/charts/practice-calendar';
import { LateDisclosure } from '@/components/ui/late-disclosure';
import { Card, Section } from '@/components/ui/page-parts';
import { PartnerMark } from '@/components/ui/partner-mark';
import { dayAfter, shortDay } from '@/lib/format/dates';
import type { PracticeDays } from '@/lib/plan/practice-days';

/** Four weeks of check-ins in a sentence, and day by day behind one tap. */
export function Practice({ practice }: { practice: PracticeDays }) {
  const { summary, partners, given } = practice;
  return (
    <Section heading="Practice">
      <Card>
        <figure className="flex flex-col gap-2" aria-label="Practice">
          <figcaption className="text-ink-muted">{summary}</figcaption>
          {given.length > 0 ? (
            <LateDisclosure summary="Show day by day">
              {() => (
                <>
                  <p className="practice-calendar__key">
                    {partners.map(({ place, name }) => (
                      <PartnerMark key={name} place={place}>
                        {name}
                      </PartnerMark>
                    ))}
                    <span>and comfort, 0 to 10</span>
                  </p>
                  <PracticeCalendar caption="Check-ins by day, with comfort from 0 to 10" weeks={weeksOf(practice)} />
                </>
              )}
            </LateDisclosure>
          ) : null}
        </figure>
      </Card>
    </Section>
  );
}

function weeksOf({ from, today, partners, given }: PracticeDays) {
  return [0, 7, 14, 21].map((first) => ({
    label: `Week of ${shortDay(dayAfter(from, first), today)}`,
    days: Array.from({ length: 7 }, (_, weekday): CalendarDay => {
      const at = first + weekday;
      const on = dayAfter(from, at);
      const day = shortDay(on);
      return {
        on,
        day: at === 0 || day.startsWith('1 ') ? day : (day.split(' ')[0] ?? day),
        isToday: on === today,
        isToCome: on > today,
        marks: given
          .filter(([of]) => of === at)
          .toSorted(([, a], [, b]) => a - b)
          .flatMap(([, partner, numbers]) => {
            const person = partners[partner];
            return person ? [{ ...person, short: shortOf(numbers), words: wordsOf(numbers) }] : [];
          }),
      };
    }),
  }));
}

const shortOf = (numbers: string) => numbers.replaceAll('no number', '–');
const wordsOf = (numbers: string) => (numbers.includes('no number') ? numbers : `comfort ${numbers}`);
