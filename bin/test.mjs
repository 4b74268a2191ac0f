#!/usr/bin/env node
// `npm test`: everything that proves Hearth, from a fresh clone on Node 20 or later.
// For developers: `npm test -- --only types,access` runs those parts alone; `--list` names them; `--deep` is `npm run test:deep`.
import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { programNode, root } from './bootstrap/clone.mjs';
import { ensureInstalled } from './bootstrap/install.mjs';
import { Stop } from './bootstrap/say.mjs';
import { endWith, main } from './bootstrap/stopping.mjs';

try {
  await ensureInstalled();
  const node = realpathSync(programNode());
  if (node === realpathSync(process.execPath)) {
    const { prove } = await import('./proof/prove.mjs');
    await main(async () => endWith(await prove(process.argv.slice(2))));
  } else {
    await handOver(node);
  }
} catch (error) {
  process.exitCode = 1;
  console.error(error instanceof Stop ? error.message : error);
}

/** The rest runs under the Node that came with the packages. Ctrl+C reaches it from the terminal. */
function handOver(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => signal !== 'SIGINT' && child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      process.exitCode = code ?? 1;
      resolve();
    });
  });
}
