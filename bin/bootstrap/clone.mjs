// Where this copy of Hearth lies, and which Node runs what is not plain Node.
import { createHash } from 'node:crypto';
import { accessSync, constants, mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stop } from './say.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

export const isRoot = process.getuid?.() === 0;

export function inModules(...parts) {
  return path.join(root, 'node_modules', ...parts);
}

export function shortHash(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** Root's database runs as another user, who must be able to pass through, but not to list. */
export function makeFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true, mode: isRoot ? 0o711 : 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Stop(
      `The folder ${folder} can't be written by this user (${error.code}); set HEARTH_DATA to one that can.`,
    );
  }
}

/** The Node that came with the packages, so that the machine's own may be older. */
export function programNode() {
  const bundled = inModules('.bin', 'node');
  try {
    accessSync(bundled, constants.X_OK);
    return bundled;
  } catch {
    requireNode(22, 12);
    return process.execPath;
  }
}

export function requireNode(major, minor) {
  const [haveMajor, haveMinor] = process.versions.node.split('.').map(Number);
  if (haveMajor < major || (haveMajor === major && haveMinor < minor)) {
    throw new Stop(`Hearth needs Node ${major}.${minor} or later here; this is Node ${process.versions.node}.`);
  }
}
