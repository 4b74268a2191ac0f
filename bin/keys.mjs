// `npm run keys -- <file>` makes new keys for an installation; with a command it cares for those of one that is there.
import { inspect } from './bootstrap/hearth.mjs';
import { makeKeys } from './bootstrap/keys.mjs';
import { say, Stop } from './bootstrap/say.mjs';
import { main } from './bootstrap/stopping.mjs';

const COMMANDS = {
  status: 'which master keys are needed, and for how much',
  master: 'a new master key: puts it first in the file and wraps the keys of practices anew',
  'drop <id>': 'takes a master key that nothing needs any more out of the file',
  'practice [<practice>]': 'a new key of a practice, or of each: wraps the data keys anew',
  'data [<class>] [--of <owner>]': 'new data keys for what is written from now on',
  'shred <partner> --through <e-mail>': 'removes the key of what one partner gave in private, after asking',
};

await main(async () => {
  const [word, ...words] = process.argv.slice(2);
  if (!word) {
    say('npm run keys -- /etc/hearth/keys.json makes a file of keys. Beside a Hearth that runs or without one:');
    for (const [command, what] of Object.entries(COMMANDS)) say(`  npm run keys -- ${command.padEnd(36)} ${what}`);
    throw new Stop('Name a file or a command.');
  }
  const known = Object.keys(COMMANDS).map((command) => command.split(' ')[0]);
  if (known.includes(word)) return inspect('bin/tasks/care-for-keys.ts', word, ...words);
  if (!/[./]/.test(word))
    throw new Stop(`There is no command ${word}; a file is named with its ending, such as keys.json.`);
  makeKeys(word);
  say(`Made ${word}. Keep a copy apart from the database: what is sealed can't be read without it.`);
});
