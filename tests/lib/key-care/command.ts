// `npm run keys` as it runs: a process of its own, with the owner's login and its own sight of the file of keys.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { OWN_HEADS, OWN_KEYS } from './own-keys';

type Database = { ownerUrl: string; appUrl: string };
export type Ended = { isDone: boolean; lines: string[] };

function begin({ ownerUrl, appUrl }: Database, task: string, words: string[], keys: Record<string, string>) {
  const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', task, ...words], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'test',
      DATABASE_URL: appUrl,
      DATABASE_OWNER_URL: ownerUrl,
      HEARTH_LOG_HEADS: OWN_HEADS,
      ...keys,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  let output = '';
  let answer = '';
  child.stdout!.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr!.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stdio[3]!.on('data', (chunk: Buffer) => (answer += chunk.toString()));
  const ended = once(child, 'close').then(() => ({ output, answer }));
  return { child, ended };
}

export async function runKeys(database: Database, ...words: string[]): Promise<Ended> {
  const { ended } = begin(database, 'bin/tasks/care-for-keys.ts', words, { HEARTH_KEYS_FILE: OWN_KEYS });
  const { output, answer } = await ended;
  const lines = output.trim().split('\n');
  return { isDone: answer !== '' && (JSON.parse(answer) as { isWhole: boolean }).isWhole, lines };
}

/** Kills it with SIGKILL as soon as `reached` holds, so that it ends in the middle; false when it was done before. */
export async function killKeysWhen(
  database: Database,
  reached: () => Promise<boolean>,
  ...words: string[]
): Promise<boolean> {
  const { child, ended } = begin(database, 'bin/tasks/care-for-keys.ts', words, { HEARTH_KEYS_FILE: OWN_KEYS });
  let isOver = false;
  void ended.then(() => (isOver = true));
  while (!isOver && !(await reached())) await wait(5);
  child.kill('SIGKILL');
  return (await ended).answer === '';
}

/** What a start says of its keys: null when they are as they must be. */
export async function startWith(database: Database, keys: Record<string, string>): Promise<string | null> {
  const { ended } = begin(database, 'bin/tasks/prepare.ts', ['migrate'], keys);
  const { answer, output } = await ended;
  if (answer === '') throw new Error(output);
  return (JSON.parse(answer) as { stop?: string }).stop ?? null;
}
