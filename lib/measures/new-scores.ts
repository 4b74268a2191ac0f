/** What came since the last session: of each measure of one person the newest, in a line. */
import 'server-only';
import type { ScoreRow } from '@/db/queries/measures/scores';
import { type Day, shortDay } from '@/lib/format/dates';
import { newest } from './instruments/all';
import { bandOf } from './reading';

export function newScores(
  scores: readonly ScoreRow[],
  { partnerId, from, today }: { partnerId: string; from: number; today: Day },
): { name: string; value: string }[] {
  const own = scores.filter(
    (row) =>
      row.partnerId === partnerId && !row.isInError && Date.parse(row.sentAt) > from && row.instrument !== 'external',
  );
  return [...Map.groupBy(own, ({ instrument }) => instrument)].flatMap(([instrument, rows]) => {
    const last = rows.at(-1);
    if (!last || instrument === 'external') return [];
    const { total, on } = last;
    const band = total === null ? null : bandOf(instrument, total);
    const score =
      total === null ? 'no score, questions left out' : [total, band].filter((one) => one !== null).join(', ');
    return [{ name: newest(instrument).name, value: `${score} (${shortDay(on, today)})` }];
  });
}
