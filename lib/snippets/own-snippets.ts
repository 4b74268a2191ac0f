/** One's own pieces of text, put into a note by their names: read, saved, removed by their owner alone. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { changeSnippet, insertSnippet, listSnippets, removeSnippet } from '@/db/queries/notes/snippets';
import { NotFound, Refusal } from '@/lib/errors';
import type { Keyring } from '@/lib/sealed/keyring';
import { ownKeyring, snippetRef } from './own-keyring';
import { MOST_SNIPPETS, type RemoveSnippetInput, type SaveSnippetInput } from './schema';

export type Snippet = { id: string; name: string; text: string };

/** By name. One statement, and one for the key where there are any. */
export async function readSnippets(tx: ActorTx): Promise<Snippet[]> {
  return openSnippets(tx, await listSnippets(tx));
}

/** Rows that were read with something else, by name. One statement, and none where there are no rows. */
export async function openSnippets(tx: ActorTx, rows: { id: string; content: Buffer }[]): Promise<Snippet[]> {
  return rows.length === 0 ? [] : opened(tx, await ownKeyring(tx), rows);
}

function opened(tx: ActorTx, keyring: Keyring, rows: { id: string; content: Buffer }[]): Snippet[] {
  return rows
    .map(({ id, content }) => ({
      ...(JSON.parse(keyring.open(snippetRef(tx, id), content)) as Omit<Snippet, 'id'>),
      id,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

export async function saveSnippet(tx: ActorTx, { snippetId, name, text }: SaveSnippetInput) {
  const keyring = await ownKeyring(tx, true);
  const known = opened(tx, keyring, await listSnippets(tx));
  if (known.some((one) => one.name === name && one.id !== snippetId))
    throw new Refusal('Nothing was saved: you have a snippet of this name.', { name: 'Choose another name.' });
  const id = snippetId ?? randomUUID();
  const content = keyring.seal(snippetRef(tx, id), JSON.stringify({ name, text }));
  if (snippetId) {
    if (!(await changeSnippet(tx, id, content))) throw new NotFound();
  } else {
    if (known.length >= MOST_SNIPPETS)
      throw new Refusal(`Nothing was saved: ${MOST_SNIPPETS} snippets are the most. Remove one first.`);
    await insertSnippet(tx, { id, content });
  }
  await writeAudit(tx, { act: snippetId ? 'changed' : 'created', recordKind: 'own' });
  return { redirectTo: '/settings/notes' };
}

export async function dropSnippet(tx: ActorTx, { snippetId }: RemoveSnippetInput) {
  if (!(await removeSnippet(tx, snippetId))) throw new NotFound();
  await writeAudit(tx, { act: 'changed', recordKind: 'own' });
  return { redirectTo: '/settings/notes' };
}
