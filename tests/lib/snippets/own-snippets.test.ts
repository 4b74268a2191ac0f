import { beforeAll, expect, test } from 'vitest';
import { NotFound, Refusal } from '@/lib/errors';
import { readNoteSettings } from '@/lib/snippets/note-settings';
import { dropSnippet, readSnippets, saveSnippet } from '@/lib/snippets/own-snippets';
import { saveSnippetInput } from '@/lib/snippets/schema';
import { useDatabase } from '../../support/database';
import { makeStaff } from '../../support/people';
import { hand, joinCareTeam, makeWriting, type Writing } from '../session-notes/writing';

const database = useDatabase();
let writing: Writing;
let tess: ReturnType<typeof hand>;

beforeAll(async () => {
  writing = await makeWriting(database.owner);
  tess = hand(writing.therapist, writing.couple);
});

const add = (name: string, text: string, snippetId?: string) =>
  tess.as((tx) => saveSnippet(tx, saveSnippetInput.parse({ name, text, snippetId })));

test('a snippet is kept, changed and removed by its owner, and sealed with a key of their own', async () => {
  await add('Closing', 'We closed with CANARY-WORDS.');
  const [snippet] = await tess.as(readSnippets);
  expect(snippet).toMatchObject({ name: 'closing', text: 'We closed with CANARY-WORDS.' });
  await expect(add('closing', 'again')).rejects.toBeInstanceOf(Refusal);
  await add('end', 'Other words.', snippet!.id);
  expect(await tess.as(readSnippets)).toMatchObject([{ name: 'end', text: 'Other words.' }]);
  const { rows } = await database.owner.query<{ content: string }>(
    `select encode(content, 'escape') as content from snippets`,
  );
  for (const { content } of rows) expect(content).not.toMatch(/CANARY|Other words|end/);
  await tess.as((tx) => dropSnippet(tx, { snippetId: snippet!.id }));
  expect(await tess.as(readSnippets)).toEqual([]);
});

test('nobody else reads, changes or removes it, whoever cares for the same couple', async () => {
  await add('mine', 'For my notes alone.');
  const [snippet] = await tess.as(readSnippets);
  const cole = hand(await joinCareTeam(database.owner, writing), writing.couple);
  expect(await cole.as(readSnippets)).toEqual([]);
  await expect(cole.as((tx) => dropSnippet(tx, { snippetId: snippet!.id }))).rejects.toBeInstanceOf(NotFound);
  const change = saveSnippetInput.parse({ name: 'mine', text: 'stolen', snippetId: snippet!.id });
  await expect(cole.as((tx) => saveSnippet(tx, change))).rejects.toBeInstanceOf(NotFound);
  expect(await tess.as(readSnippets)).toMatchObject([{ text: 'For my notes alone.' }]);
});

test('the page of note settings is for those who write notes', async () => {
  const admin = hand(await makeStaff(database.owner, writing.practice, ['practiceAdmin']), writing.couple);
  await expect(admin.as(readNoteSettings)).rejects.toBeInstanceOf(NotFound);
  expect(await tess.as(readNoteSettings)).toMatchObject({ format: 'DAP' });
});
