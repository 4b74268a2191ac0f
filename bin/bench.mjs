#!/usr/bin/env node
// `npm run bench`: speed and size of the production build, measured on a database of its own. `npm run bench -- sizes`: the same at three
// sizes of practice.
import { ensureBuilt } from './bootstrap/build.mjs';
import { start } from './bootstrap/children.mjs';
import { programNode } from './bootstrap/clone.mjs';
import { ensureInstalled } from './bootstrap/install.mjs';
import { endWith, main } from './bootstrap/stopping.mjs';

await main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  const report = process.argv[2] === 'sizes' ? 'tests/bench/sizes.ts' : 'tests/bench/run.ts';
  const child = start(programNode(), ['--conditions=react-server', '--import', 'tsx', report], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  await endWith(code ?? 1);
});
