// `npm run bench -- sizes`: the pages of the main job in a practice of 1, 20 and 200 therapists, and a couple's page with two years of
// daily check-ins beside one with four weeks.
import { startApp, type TestApp } from '../support/app';
import { startTestCluster } from '../support/cluster';
import { TEST_SETTINGS } from '../support/settings';
import { addCrowd } from './crowd';
import { rateBeside } from './load';
import { type Practice, seed } from './seed';
import { BARE, pagesOf, type PageSubject } from './subjects';

Object.assign(process.env, TEST_SETTINGS);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 10);
const SIZES = [1, 20, 200];
const COUPLES_EACH = 60;
/** The largest practice against the smallest, and two years against four weeks. */
const MOST_TIMES = 1.2;

const stopCluster = await startTestCluster({ isDurable: true });
try {
  const app = await startApp({ settings: { HEARTH_BENCH: '1' } });
  try {
    const practice = await seed(app.owner, { caseload: COUPLES_EACH, crowd: 0 });
    console.log(row('', 'therapists', 'check-ins', 'requests/s', 'bare', 'share', 'least', 'to the first'));
    const first = new Map<string, number>();
    for (const therapists of SIZES) {
      if (therapists > 1) await addCrowd(app.owner, practice, { therapists, each: COUPLES_EACH });
      const checkIns = await countCheckIns(app);
      for (const subject of pagesOf(practice)) {
        const { bare, page } = await rateBeside(app, BARE, subject, SECONDS);
        const share = page.perSecond / bare.perSecond;
        first.set(subject.name, first.get(subject.name) ?? share);
        const times = first.get(subject.name)! / share;
        console.log(
          row(
            subject.name,
            String(therapists),
            String(checkIns),
            page.perSecond.toFixed(0),
            bare.perSecond.toFixed(0),
            mark(share >= subject.leastShare, share.toFixed(2)),
            String(subject.leastShare),
            mark(times <= MOST_TIMES, times.toFixed(2)),
          ),
        );
      }
    }
    const [short, long] = await couplesPages(app, practice);
    // In turns with each other, not with the bare page: the question is what the years cost.
    const { bare: four, page: years } = await rateBeside(app, short, long, SECONDS * 2);
    const times = four.perSecond / years.perSecond;
    console.log(
      `\nCouple's page with four weeks of daily check-ins ${four.perSecond.toFixed(0)} a second, with two years ${years.perSecond.toFixed(0)}: ` +
        `${mark(times <= MOST_TIMES, times.toFixed(2))} times the cost (at most ${MOST_TIMES})`,
    );
    console.log(`\n* outside the budget. Each share compares with the bare page, ${SECONDS} s each in turns of two.`);
  } finally {
    await app.stop();
  }
} finally {
  await stopCluster();
}

async function countCheckIns({ owner }: TestApp): Promise<number> {
  return (await owner.query<{ count: number }>('select count(*)::int as count from check_ins')).rows[0]!.count;
}

/** The pages of two couples who differ only in how long they have been checking in daily. */
async function couplesPages(app: TestApp, { therapist, couples }: Practice): Promise<[PageSubject, PageSubject]> {
  const [short, long] = [couples[0]!, couples[4]!];
  for (const [{ coupleId, members, open }, days] of [
    [short, 28],
    [long, 730],
  ] as const) {
    for (const { partnerId } of members)
      await app.owner.query(
        `insert into check_ins (id, practice_id, couple_id, partner_id, assignment_id, unit, "on", comfort, distress_now, answers, policy, sent_at)
         select gen_random_uuid(), c.practice_id, c.id, $2, $3, 'whole', (auth.now() - day * interval '1 day')::date, day % 11, 2, '{}', 'limitedSecrets',
                auth.now() - day * interval '1 day' from couples c, generate_series(1, $4::int) as day where c.id = $1`,
        [coupleId, partnerId, open[0]!.assignmentId, days],
      );
  }
  await app.owner.query('analyze check_ins');
  const pageOf = (coupleId: string): PageSubject => ({
    ...pagesOf({ therapist, couples } as Practice)[2]!,
    visits: [{ path: `/couples/${coupleId}`, token: therapist.token }],
  });
  return [pageOf(short.coupleId), pageOf(long.coupleId)];
}

function row(name: string, ...cells: string[]): string {
  return name.padEnd(22) + cells.map((cell) => cell.padStart(13)).join('');
}

function mark(isWithin: boolean, text: string): string {
  return isWithin ? text : `${text} *`;
}
