// The migrations say what the schema and the grid say: an unchanged tree generates nothing.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { expect, test } from 'vitest';

type Snapshot = Awaited<ReturnType<typeof generateDrizzleJson>>;

async function schemaNow(): Promise<Record<string, unknown>> {
  const files = readdirSync('db/schema', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const modules = await Promise.all(files.map((name) => import(path.resolve('db/schema', name)) as Promise<object>));
  return Object.assign({}, ...modules) as Record<string, unknown>;
}

function newestSnapshot(): Snapshot {
  const names = readdirSync('db/migrations/meta').filter((name) => name.endsWith('_snapshot.json'));
  return JSON.parse(readFileSync(`db/migrations/meta/${names.sort().at(-1)}`, 'utf8')) as Snapshot;
}

test('the newest migration leaves nothing to generate', async () => {
  const before = newestSnapshot();
  const now = generateDrizzleJson(await schemaNow(), before.id);
  expect(await generateMigration(before, now)).toEqual([]);
});

test('a policy that is edited without a migration is noticed', async () => {
  const before = newestSnapshot();
  const now = generateDrizzleJson(await schemaNow(), before.id);
  now.tables['public.session_notes']!.policies['session_notes_select']!.using = 'true';
  expect((await generateMigration(before, now)).join('\n')).toContain('session_notes_select');
});
