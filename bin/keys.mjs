// `npm run keys -- <file>`: new keys for an installation on a database of one's own.
import { makeKeys } from './bootstrap/keys.mjs';
import { say, Stop } from './bootstrap/say.mjs';
import { main } from './bootstrap/stopping.mjs';

await main(async () => {
  const file = process.argv[2];
  if (!file) throw new Stop('Name the file to make: npm run keys -- /etc/hearth/keys.json');
  makeKeys(file);
  say(`Made ${file}. Keep a copy apart from the database: what is sealed can't be read without it.`);
});
