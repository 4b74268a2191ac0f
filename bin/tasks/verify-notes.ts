// Holds everything that was signed against its hash, under the owner's login. Prints counts, ids and hashes, never a word of a note;
// whether all held is JSON on file descriptor 3.
import { writeSync } from 'node:fs';
import { readEnv } from '@/lib/env';
import { SettingsError } from '@/lib/keys-file';
import { type Kind, verifySigned } from '@/lib/signing/verify-signed';

const plural: Record<Kind, string> = {
  'session note': 'session notes',
  addendum: 'additions',
  'co-signature': 'co-signatures',
  review: 'reviews by supervisors',
};
const why = {
  changed: 'does NOT match what was signed',
  unreadable: 'can NOT be opened: its seal was broken, or its key is not in keys.json',
};
const said = (line: string) => process.stdout.write(`${line}\n`);
const answer = (isWhole: boolean, line: string): void => {
  said(line);
  writeSync(3, JSON.stringify({ isWhole }));
};

async function verify(noteId: string | undefined): Promise<void> {
  const { databaseOwnerUrl: ownerUrl } = readEnv();
  if (!ownerUrl)
    throw new SettingsError('DATABASE_OWNER_URL is missing: only the login that owns the database sees all notes.');
  const { counts, faults, hashes } = await verifySigned({ ownerUrl, noteId });
  if (noteId && counts['session note'] === 0) return answer(false, 'No signed note has this id.');
  const checked = (Object.keys(plural) as Kind[]).map((kind) => `${plural[kind]}: ${counts[kind]}`).join(', ');
  said(`Verified ${new Date().toISOString()}. ${checked}.`);
  for (const { noteId: id, hash } of hashes) said(`Note ${id}, SHA-256 ${hash}`);
  for (const fault of faults)
    said(
      `The ${fault.kind} ${fault.id}${fault.id === fault.noteId ? '' : ` of note ${fault.noteId}`} ${why[fault.why]}.`,
    );
  if (faults.length === 0) return answer(true, 'All of it says what was signed.');
  answer(false, 'Something was changed past the app. Keep the database as it is, and ask who had access to it.');
}

try {
  await verify(process.argv[2]);
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  answer(false, error.message);
}
