// Installs the packages when they are missing or differ from package-lock.json.
import { accessSync, constants, readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './children.mjs';
import { inModules, makeFolder, root } from './clone.mjs';
import { waitForLock } from './lock.mjs';
import { say, step } from './say.mjs';

/** npm writes node_modules/.package-lock.json last, so an install cut short is seen as stale. */
export function isInstalled() {
  try {
    const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
    const have = JSON.parse(readFileSync(inModules('.package-lock.json'), 'utf8')).packages;
    accessSync(inModules('.bin', 'next'), constants.X_OK);
    const same = Object.entries(wanted).every(([name, entry]) => {
      if (name === '') return true;
      const found = have[name];
      if (!found) return entry.optional === true || entry.peer === true;
      return found.version === entry.version && found.integrity === entry.integrity;
    });
    return same && Object.keys(have).every((name) => name in wanted);
  } catch {
    return false;
  }
}

export async function ensureInstalled() {
  if (isInstalled()) return;
  await alone(async () => {
    if (isInstalled()) return;
    await step('Installing packages (a minute or two the first time)', install);
  });
}

/** Two commands in one clone wait for each other instead of installing or building at once. */
export async function alone(work) {
  const folder = path.join(root, '.hearth');
  makeFolder(folder);
  const lock = await waitForLock(path.join(folder, 'clone.lock'), (holder) =>
    say(`Waiting for another Hearth command in this folder (process ${holder.pid}) …`),
  );
  try {
    return await work();
  } finally {
    lock.release();
  }
}

async function install() {
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const [command, before] = npm();
  await run(command, [...before, ...args], {
    env: { ...process.env, PATH: pathWithoutModules(), NODE_ENV: 'development' },
    failed: 'The packages could not be installed; check the network and try again. npm said:',
  });
}

/**
 * The Node in node_modules is about to be removed by npm ci, so npm runs under the machine's own.
 * @returns {[command: string, before: string[]]}
 */
function npm() {
  const { npm_execpath: cli, npm_node_execpath: node } = process.env;
  if (cli?.endsWith('.js') && node && !node.startsWith(inModules())) return [node, [cli]];
  return ['npm', []];
}

function pathWithoutModules() {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => !folder.startsWith(inModules()))
    .join(path.delimiter);
}
