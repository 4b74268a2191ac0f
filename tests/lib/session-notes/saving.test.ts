import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { findNote } from '@/db/queries/session-notes';
import { noteVersions } from '@/db/schema/session-notes';
import { NotFound } from '@/lib/errors';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { noteRef, readNoteText, versionRef } from '@/lib/session-notes/note-text';
import { saveNote } from '@/lib/session-notes/save-note';
import { moveClock } from '../../support/clock';
import { useDatabase } from '../../support/database';
import { hand, joinCareTeam, makeWriting, type Writing } from './writing';

const database = useDatabase();
let writing: Writing;
let tess: ReturnType<typeof hand>;

beforeAll(async () => {
  writing = await makeWriting(database.owner);
  tess = hand(writing.therapist, writing.couple);
});

const text = (data: string) => ({ data, assessment: '', plan: '' });

/** The note as it stands, and everything that was kept beside it. */
const everyTextOf = (noteId: string): Promise<string[]> =>
  tess.as(async (tx) => {
    const { note } = (await findNote(tx, noteId))!;
    const keyring = await keyringFor(tx, [note.coupleId]);
    const versions = await tx.db.select().from(noteVersions).where(eq(noteVersions.noteId, noteId));
    return [
      keyring.open(noteRef(note), note.sections),
      ...versions.map((kept) => keyring.open(versionRef(note, kept.id), kept.sections)),
    ].map((opened) => readNoteText(opened).sections.data!);
  });

describe('two windows on one note', () => {
  test('that save at the same moment: one is saved, the other is shown both', async () => {
    const noteId = await tess.begin();
    const saved = await Promise.all([1, 2, 3, 4].map((n) => tess.save(noteId, 1, text(`window ${n}`))));
    expect(saved.filter(({ state }) => state === 'saved')).toHaveLength(1);
    expect(saved.filter(({ state }) => state === 'conflict')).toHaveLength(3);
    const found = await everyTextOf(noteId);
    for (const n of [1, 2, 3, 4]) expect(found).toContain(`window ${n}`);
  });

  test('the same text sent twice, its answer lost, is saved once and is no conflict', async () => {
    const noteId = await tess.begin();
    expect(await tess.save(noteId, 1, text('once'))).toMatchObject({ state: 'saved', version: 2 });
    expect(await tess.save(noteId, 1, text('once'))).toMatchObject({ state: 'saved', version: 2 });
    expect(await tess.versions(noteId)).toHaveLength(1);
  });

  test('a text that arrives after signing is kept beside the note, which does not change', async () => {
    const noteId = await tess.begin();
    await tess.save(noteId, 1, text('signed words'));
    await tess.sign(noteId, 2);
    const saved = await tess.save(noteId, 2, text('late words'));
    expect(saved.state).toBe('signed');
    const page = await tess.read(noteId, saved.state === 'signed' ? saved.keptId : '');
    expect(page.note.sections.data).toBe('signed words');
    expect(page.kept?.sections.data).toBe('late words');
  });
});

test('line ends of both kinds, emoji and right-to-left text come back as they were typed', async () => {
  const noteId = await tess.begin();
  const typed = '  - first\n\n\tשלום 👩‍👩‍👧 é\u0301 ﷽\n';
  await tess.save(noteId, 1, text(typed));
  expect((await tess.read(noteId)).note.sections.data).toBe(typed);
});

test('a note in writing leaves a version every five minutes', async () => {
  const noteId = await tess.begin();
  await tess.save(noteId, 1, text('a'));
  await tess.save(noteId, 2, text('ab'));
  expect((await tess.versions(noteId)).map(({ cause }) => cause)).toEqual(['interval']);
  await moveClock(database.owner, '6 minutes');
  await tess.save(noteId, 3, text('abc'));
  expect((await tess.versions(noteId)).map(({ version }) => version)).toEqual([4, 2]);
});

test('an autosave takes at most three statements beside begin and commit', async () => {
  const noteId = await tess.begin();
  const [one, another] = [randomUUID(), randomUUID()];
  const saves: Partial<Parameters<typeof saveNote>[1]>[] = [
    { version: 1, sections: text('first'), window: one },
    { version: 2, sections: text('second'), window: one },
    { version: 1, sections: text('conflict'), window: another },
    { version: 3, sections: text('another hand'), window: another },
    { version: 4, sections: text('settled'), isResolving: true },
    { version: 5, sections: text('other format'), changeTo: 'BIRP' },
  ];
  for (const save of saves) {
    const count = await asActor(writing.therapist.token, async (tx) => {
      const client = (tx.db as unknown as { $client: { query: (...asked: unknown[]) => unknown } }).$client;
      const query = client.query.bind(client);
      let statements = 0;
      client.query = (...asked) => {
        statements += 1;
        return query(...asked);
      };
      await saveNote(tx, { noteId, version: 1, sections: {}, isResolving: false, ...save });
      client.query = query;
      return statements;
    });
    expect(count).toBeGreaterThan(1);
    expect(count).toBeLessThanOrEqual(3);
  }
  expect((await tess.read(noteId)).note).toMatchObject({ version: 6, format: 'BIRP' });
});

test('a session has one note of one author, however often it is begun', async () => {
  const { sessionId } = await tess.plan();
  const { startNote } = await import('@/lib/session-notes/start-note');
  const begun = await Promise.all([1, 2, 3].map(() => tess.as((tx) => startNote(tx, { sessionId, format: 'SOAP' }))));
  expect(new Set(begun.map(({ noteId }) => noteId)).size).toBe(1);
});

test('nobody but its author saves or reads a draft', async () => {
  const noteId = await tess.begin();
  await tess.save(noteId, 1, text('mine'));
  const cole = hand(await joinCareTeam(database.owner, writing), writing.couple);
  await expect(cole.read(noteId)).rejects.toBeInstanceOf(NotFound);
  await expect(cole.save(noteId, 2, text('theirs'))).rejects.toBeInstanceOf(NotFound);
  expect((await tess.read(noteId)).note.sections.data).toBe('mine');
});
