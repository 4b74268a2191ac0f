// `npm run notes:verify`, or `npm run notes:verify -- <note>`: whether what was signed still says what was signed.
import { inspect } from './bootstrap/hearth.mjs';
import { Stop } from './bootstrap/say.mjs';
import { main } from './bootstrap/stopping.mjs';

await main(async () => {
  const note = process.argv[2];
  if (note !== undefined && !/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(note))
    throw new Stop('Name a note by its id, as it stands at the end of its address, or none for all of them.');
  await inspect('bin/tasks/verify-notes.ts', ...(note ? [note] : []));
});
