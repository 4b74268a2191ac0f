// Canaries in every clinical field: none is found outside a seal, in the database, its log, an error, the app's log, an address or a mail.
import { closeSync, existsSync, fstatSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { closePool, openPool } from '@/db/client';
import { readEnv } from '@/lib/env';
import type { SealedRef } from '@/lib/sealed/format';
import { place } from '../../support/cluster';
import { useFreshDatabase } from '../../support/database';
import { idsIn, leaksIn } from '../../support/canaries/canary';
import { writeInClinic } from '../../support/canaries/clinic-story';
import { writeNotes } from '../../support/canaries/notes-story';
import { writeInPortal } from '../../support/canaries/portal-story';
import { makeScene, type Scene } from '../../support/canaries/scene';
import { bytesColumns, CLEAR_TEXT, NO_TEXT, textColumns } from './columns';

/** Every seal that was made, with where it was for: what a canary in it proves about the field. */
const sealed = vi.hoisted(() => new Map<string, string[]>());
vi.mock('@/lib/sealed/seal', async (original) => {
  const { seal } = await original<{ seal: (key: unknown, ref: SealedRef, text: string) => Buffer }>();
  return {
    seal: (key: unknown, ref: SealedRef, text: string) => {
      const name = `${ref.table}.${ref.column}`;
      sealed.set(name, [...(sealed.get(name) ?? []), text]);
      return seal(key, ref, text);
    },
  };
});

const AT_LEAST = 1_000;

const database = useFreshDatabase();
const printed: string[] = [];
let scenes: Scene[] = [];
let logBefore = 0;

const logText = (): string => {
  const file = openSync(place().log, 'r');
  try {
    const bytes = Buffer.alloc(fstatSync(file).size - logBefore);
    readSync(file, bytes, 0, bytes.length, logBefore);
    return bytes.toString('utf8');
  } finally {
    closeSync(file);
  }
};

beforeAll(async () => {
  // The database writes down every statement with its values, as a watchful operator might have it do.
  for (const setting of [
    `log_statement = 'all'`,
    `log_parameter_max_length_on_error = -1`,
    `log_error_verbosity = 'verbose'`,
  ])
    await database.owner.query(`alter database ${database.name} set ${setting}`);
  await closePool();
  openPool({ url: database.appUrl, max: 5 });
  logBefore = existsSync(place().log) ? fstatSync(openSync(place().log, 'r')).size : 0;
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    vi.spyOn(stream, 'write').mockImplementation(((chunk: string | Uint8Array, ...rest: never[]) => {
      printed.push(String(chunk));
      return write(chunk, ...rest);
    }) as never);
  }
  const count = () => scenes.reduce((sum, { canaries }) => sum + canaries.made.length, 0);
  while (count() < AT_LEAST) {
    const scene = await makeScene(database.owner);
    await writeInClinic(scene);
    await writeInPortal(scene);
    await writeNotes(scene);
    scenes = [...scenes, scene];
  }
}, 300_000);
afterAll(() => vi.restoreAllMocks());

const made = () => scenes.flatMap(({ canaries }) => canaries.made);

/** Every row of every table, as text; bytes are in hexadecimal. */
async function* dump(): AsyncGenerator<{ table: string; text: string }> {
  const { rows: tables } = await database.owner.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') order by 1`,
  );
  for (const { name } of tables) {
    const { rows } = await database.owner.query<{ text: string }>(`select t::text as text from ${name} t`);
    yield { table: name, text: rows.map(({ text }) => text).join('\n') };
  }
}

describe('the canaries', () => {
  test('are as many as were asked for, and every one of them was sealed', () => {
    expect(made().length).toBeGreaterThanOrEqual(AT_LEAST);
    const inside = new Set([...sealed.values()].flat().flatMap(idsIn));
    expect(made().filter((id) => !inside.has(id))).toEqual([]);
  });

  test('are in every column that is sealed, and every column of bytes is one of these or known to hold no text', async () => {
    const columns = await bytesColumns(database.owner);
    const without = columns.filter(
      (column) => !(column in NO_TEXT) && !(sealed.get(column) ?? []).some((text) => idsIn(text).length > 0),
    );
    expect(without).toEqual([]);
    expect(Object.keys(NO_TEXT).filter((column) => !columns.includes(column))).toEqual([]);
  });

  test('would be asked for in a new column of text: each clear one is named, with what it holds', async () => {
    const columns = await textColumns(database.owner);
    expect(columns.filter((column) => !(column in CLEAR_TEXT))).toEqual([]);
    expect(Object.keys(CLEAR_TEXT).filter((column) => !columns.includes(column))).toEqual([]);
  });
});

describe('outside of a seal none is found', () => {
  test('in a dump of the database', async () => {
    let bytes = 0;
    for await (const { table, text } of dump()) {
      bytes += text.length;
      expect([table, leaksIn(text)]).toEqual([table, []]);
    }
    expect(bytes).toBeGreaterThan(100_000);
  });

  test('in the log of the database, with every statement, its values and its errors', () => {
    const text = logText();
    expect(text).toContain('Failing row contains');
    expect(text).toMatch(/insert into "?reflections/i);
    expect(leaksIn(text)).toEqual([]);
  });

  test('in an error, with everything it carries, or in what the app logs of it', () => {
    const failures = scenes.reduce((sum, scene) => sum + scene.failures.count, 0);
    expect(failures).toBeGreaterThan(30 * scenes.length);
    for (const { outputs } of scenes) {
      expect(outputs.log.length).toBeGreaterThan(30);
      expect(leaksIn(outputs.errors.join('\n'))).toEqual([]);
      expect(leaksIn(outputs.log.join('\n'))).toEqual([]);
    }
  });

  test('in an address, a message, or anything that was printed', () => {
    for (const { outputs } of scenes) {
      expect(outputs.addresses.length).toBeGreaterThan(20);
      expect(leaksIn(outputs.addresses.join('\n'))).toEqual([]);
    }
    expect(leaksIn(printed.join(''))).toEqual([]);
  });

  test('in a mail', () => {
    const folder = path.join(readEnv().dataFolder, 'mail');
    const mails = existsSync(folder)
      ? readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'))
      : [];
    expect(leaksIn(mails.join('\n'))).toEqual([]);
  });
});

describe('a leak is found', () => {
  test.each<[string, (id: string) => string]>([
    ['as it is', (id) => `x ${id} y`],
    ['in capitals', (id) => id.toUpperCase()],
    ['in hexadecimal', (id) => Buffer.from(`ab${id}`).toString('hex')],
    ['in base64', (id) => Buffer.from(id).toString('base64')],
    ['in base64, one on', (id) => Buffer.from(`{${id}}`).toString('base64')],
    ['in base64, two on', (id) => Buffer.from(`{"${id}"}`).toString('base64url')],
    [
      'with a percent sign for each letter',
      (id) => [...id].map((one) => `%${one.codePointAt(0)!.toString(16)}`).join(''),
    ],
    ['escaped for JSON', (id) => [...id].map((one) => `\\u00${one.codePointAt(0)!.toString(16)}`).join('')],
    ['in two bytes a letter', (id) => Buffer.from(id, 'utf16le').toString('latin1')],
    ['backwards', (id) => [...id].toReversed().join('')],
  ])('%s', (_, written) => expect(leaksIn(written(made()[0]!))).not.toEqual([]));

  test('in a row, planted by hand', async () => {
    await database.owner.query(`update couples set label = $1 where id = $2`, [made()[3], scenes[0]!.couple.coupleId]);
    const found: string[] = [];
    for await (const { table, text } of dump()) if (leaksIn(text).length > 0) found.push(table);
    expect(found).toEqual(['public.couples']);
  });
});
