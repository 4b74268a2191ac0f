#!/usr/bin/env node
// `npm run bench`: speed and size of the production build, measured on a database of its own.
import { ensureBuilt } from './bootstrap/build.mjs';
import { start } from './bootstrap/children.mjs';
import { programNode } from './bootstrap/clone.mjs';
import { ensureInstalled } from './bootstrap/install.mjs';
import { endWith, main } from './bootstrap/stopping.mjs';

await main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  const child = start(programNode(), ['--conditions=react-server', '--import', 'tsx', 'tests/bench/run.ts'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  await endWith(code ?? 1);
});
