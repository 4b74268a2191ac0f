// `npm run bench`: a report of speed and size beside a bare page of the same app in the same run; never a timed test.
import { startApp } from '../support/app';
import { startTestCluster } from '../support/cluster';
import { TEST_SETTINGS } from '../support/settings';
import { actsPerSecond, memoryOf, requestsPerSecond, scriptOf, statementsOf } from './measure';
import { seed } from './seed';
import { actsOf, BARE, MOST_MEMORY, pagesOf } from './subjects';
import type { PageSubject } from './subjects';

Object.assign(process.env, TEST_SETTINGS);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 10);

const stopCluster = await startTestCluster({ isDurable: true });
try {
  const app = await startApp({ settings: { HEARTH_BENCH: '1' } });
  try {
    const practice = await seed(app.owner);
    const bare = await measure(BARE);
    console.log(row('', 'requests/s', 'share', 'least', 'SQL', 'most', 'script kB', 'most'));
    console.log(
      row(
        BARE.name,
        bare.perSecond.toFixed(0),
        '1.00',
        '',
        String(bare.statements.length),
        '',
        kilobytes(bare.script),
        '',
      ),
    );
    for (const subject of pagesOf(practice)) {
      const { perSecond, statements, script } = await measure(subject);
      const share = perSecond / bare.perSecond;
      console.log(
        row(
          subject.name,
          perSecond.toFixed(0),
          mark(share >= subject.leastShare, share.toFixed(2)),
          String(subject.leastShare),
          mark(statements.length <= subject.mostStatements, String(statements.length)),
          String(subject.mostStatements),
          mark(script - bare.script <= subject.mostScript * 1000, `+${kilobytes(script - bare.script)}`),
          String(subject.mostScript),
        ),
      );
    }
    for (const act of actsOf(practice)) {
      const { perSecond, p99 } = await actsPerSecond(app, act, SECONDS);
      console.log(
        `\n${act.name}: ${mark(perSecond >= act.leastPerSecond, perSecond.toFixed(0))} a second (at least ${act.leastPerSecond}), p99 ${mark(p99 <= act.mostP99, String(p99))} ms (at most ${act.mostP99})`,
      );
    }
    const memory = await memoryOf(app);
    console.log(
      `\nMemory of the app after the load: ${mark(memory <= MOST_MEMORY, memory.toFixed(0))} MB (at most ${MOST_MEMORY})`,
    );
    console.log('\n* outside the budget. Shares compare within this run; the load itself uses the same processors.');

    async function measure(subject: PageSubject) {
      const script = await scriptOf(app, subject);
      const statements = await statementsOf(app, subject);
      return { script, statements, perSecond: await requestsPerSecond(app, subject, SECONDS) };
    }
  } finally {
    await app.stop();
  }
} finally {
  await stopCluster();
}

function row(name: string, ...cells: string[]): string {
  return name.padEnd(22) + cells.map((cell) => cell.padStart(11)).join('');
}

function mark(isWithin: boolean, text: string): string {
  return isWithin ? text : `${text} *`;
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
