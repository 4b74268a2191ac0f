/** How one writes notes: the format they begin in, and one's own snippets. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { can } from '@/db/access/can';
import { findNoteFormat, saveStaffSettings } from '@/db/queries/accounts/staff-settings';
import { writeAudit } from '@/db/queries/audit';
import { NotFound } from '@/lib/errors';
import { readSnippets } from './own-snippets';
import type { NoteFormatInput } from './schema';

export async function readNoteSettings(tx: ActorTx) {
  const { staffMemberId } = tx.actor;
  if (!staffMemberId || !can(tx.actor, 'sessionNotes', 'create')) throw new NotFound();
  return { format: (await findNoteFormat(tx, staffMemberId)) ?? ('DAP' as const), snippets: await readSnippets(tx) };
}

export async function changeNoteFormat(tx: ActorTx, { format }: NoteFormatInput) {
  const { staffMemberId } = tx.actor;
  if (!staffMemberId || !can(tx.actor, 'sessionNotes', 'create')) throw new NotFound();
  await saveStaffSettings(tx, staffMemberId, { noteFormat: format });
  await writeAudit(tx, { act: 'changed', recordKind: 'staffMember', recordId: staffMemberId });
  return { message: 'Saved. Your next note begins in this format; notes you have begun keep theirs.' };
}
