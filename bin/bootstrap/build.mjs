// Builds the app when its sources, its packages or Node differ from those of the last build.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './children.mjs';
import { inModules, programNode, root } from './clone.mjs';
import { alone } from './install.mjs';
import { step } from './say.mjs';

const stampFile = path.join(root, '.next', 'built-from');
const notSources = new Set(['node_modules', 'tests', 'bin', 'docs', 'test-results', 'playwright-report']);

export function isBuilt() {
  try {
    return readFileSync(stampFile, 'utf8') === sourceHash();
  } catch {
    return false;
  }
}

export async function ensureBuilt() {
  if (isBuilt()) return;
  await alone(async () => {
    if (isBuilt()) return;
    await step('Building (about half a minute)', build);
  });
}

export async function build() {
  rmSync(stampFile, { force: true });
  const hash = sourceHash();
  await run(programNode(), [inModules('next', 'dist', 'bin', 'next'), 'build'], {
    env: buildEnvironment(),
    failed: 'The build failed. It said:',
  });
  writeFileSync(stampFile, hash);
}

/** The build knows no settings, so that the same build serves wherever it is started. */
function buildEnvironment() {
  const { PATH, HOME, TMPDIR, LANG, CI } = process.env;
  const kept = Object.entries({ PATH, HOME, TMPDIR, LANG, CI }).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(kept), NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
}

function sourceHash() {
  const hash = createHash('sha256').update(programNode());
  for (const file of sources(root)) {
    hash.update(`\0${path.relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.') && !(folder === root && notSources.has(entry.name)))
    .filter((entry) => entry.name !== 'next-env.d.ts' && !/\.(md|tsbuildinfo|log)$/.test(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const full = path.join(folder, entry.name);
      if (entry.isDirectory()) return sources(full);
      return entry.isFile() ? [full] : [];
    });
}
