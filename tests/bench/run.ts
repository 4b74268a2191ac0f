// `npm run bench`: a report of speed and size beside a bare page of the same app in the same run; never a timed test.
import { cpus, loadavg } from 'node:os';
import { startApp } from '../support/app';
import { startTestCluster } from '../support/cluster';
import { TEST_SETTINGS } from '../support/settings';
import { MOST_ACTOR_MS, rateAsActor } from './as-actor';
import { type Rate, rateAct, rateBeside } from './load';
import { MOST_OF_A_SAVE, noteSubject, statementsOfASave, writeDrafts } from './notes';
import { MOST_MS, rateNoteSearch } from './note-search';
import { watchMemory } from './process';
import { seed } from './seed';
import { sizeOf } from './size';
import { statementsOf } from './statements';
import { actsOf, BARE, MOST_MEMORY, pagesOf, type PageSubject } from './subjects';

Object.assign(process.env, TEST_SETTINGS);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 10);

const stopCluster = await startTestCluster({ isDurable: true });
try {
  const app = await startApp({ settings: { HEARTH_BENCH: '1' } });
  try {
    const practice = await seed(app.owner);
    const drafts = await writeDrafts(app, practice);
    const { rows } = await app.owner.query<{ synchronous_commit: string; fsync: string }>(
      `select current_setting('synchronous_commit') as synchronous_commit, current_setting('fsync') as fsync`,
    );
    console.log(
      `${cpus().length} processors shared by the app, its database and the load; Node ${process.version}; 10 connections; ` +
        `synchronous_commit ${rows[0]!.synchronous_commit}, fsync ${rows[0]!.fsync}; load of the machine at the start ${loadavg()[0]!.toFixed(1)}\n`,
    );
    const memory = watchMemory(app.pid);
    const bareSize = await sizeOf(app, BARE.visits[0]!);
    console.log(
      row(
        '',
        'requests/s',
        'bare',
        'share',
        'least',
        'app ms',
        'p99 ms',
        'SQL',
        'most',
        'script kB',
        'most',
        'page kB',
      ),
    );
    for (const subject of [...pagesOf(practice), noteSubject(practice, drafts)]) console.log(await pageLine(subject));
    const save = (await statementsOfASave(app, practice, drafts[0]!)).length;
    console.log(
      `\nAutosave of a note: ${mark(save <= MOST_OF_A_SAVE, String(save))} SQL statements (at most ${MOST_OF_A_SAVE})`,
    );
    for (const act of actsOf(practice)) {
      const { perSecond, p99, milliseconds } = await rateAct(app, act);
      console.log(
        `\n${act.name}: ${mark(perSecond >= act.leastPerSecond, perSecond.toFixed(0))} a second (at least ${act.leastPerSecond}), ` +
          `p99 ${mark(p99 <= act.mostP99, String(p99))} ms (at most ${act.mostP99}), ${milliseconds.toFixed(2)} ms of the app's processor each`,
      );
    }
    const known = await rateAsActor(app.database.appUrl, practice.therapist.token);
    const over = known.page - known.bare;
    console.log(
      `\nKnowing who asks: ${mark(over <= MOST_ACTOR_MS, over.toFixed(2))} ms over a bare query of ${known.bare.toFixed(2)} in the middle, as a page asks (at most ${MOST_ACTOR_MS}); ${(known.act - known.bare).toFixed(2)} where the query waits for who is asking and the commit for the query`,
    );
    const search = await rateNoteSearch(app, practice);
    console.log(
      `\nSearching a record of 500 notes: ${mark(search.median <= MOST_MS, search.median.toFixed(0))} ms in the middle, ${search.highest.toFixed(0)} at most (${MOST_MS} wanted)`,
    );
    const highest = await memory.stop();
    console.log(
      `\nMemory of the app, the highest under load: ${mark(highest <= MOST_MEMORY, highest.toFixed(0))} MB (at most ${MOST_MEMORY})`,
    );
    console.log(
      `\n* outside the budget. Each share compares with the bare page, ${SECONDS} s each in turns of two; load of the machine at the end ${loadavg()[0]!.toFixed(1)}.`,
    );

    async function pageLine(subject: PageSubject): Promise<string> {
      const [visit] = subject.visits;
      const { script, html } = await sizeOf(app, visit!);
      const statements = await statementsOf(app, visit!);
      if (process.env.BENCH_STATEMENTS) console.log(statements.map((text) => `  ${text.slice(0, 140)}`).join('\n'));
      const { bare, page: rate } = await rateBeside(app, BARE, subject, SECONDS);
      const share = rate.perSecond / bare.perSecond;
      const more = script - bareSize.script;
      return row(
        subject.name,
        rate.perSecond.toFixed(0),
        bare.perSecond.toFixed(0),
        mark(share >= subject.leastShare, share.toFixed(2)),
        String(subject.leastShare),
        costs(rate, bare),
        String(rate.p99),
        mark(statements.length <= subject.mostStatements, String(statements.length)),
        String(subject.mostStatements),
        mark(more <= subject.mostScript * 1000, `+${kilobytes(more)}`),
        String(subject.mostScript),
        kilobytes(html),
      );
    }
  } finally {
    await app.stop();
  }
} finally {
  await stopCluster();
}

function costs(rate: Rate, bare: Rate): string {
  return `${rate.milliseconds.toFixed(2)}/${bare.milliseconds.toFixed(2)}`;
}

function row(name: string, ...cells: string[]): string {
  return name.padEnd(20) + cells.map((cell) => cell.padStart(11)).join('');
}

function mark(isWithin: boolean, text: string): string {
  return isWithin ? text : `${text} *`;
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
