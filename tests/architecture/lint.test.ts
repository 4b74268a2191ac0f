import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

interface Config {
  ignorePatterns: string[];
  rules: Record<string, unknown>;
  overrides: { rules: Record<string, unknown> }[];
}

const config = JSON.parse(await readFile('.oxlintrc.json', 'utf8')) as Config;
const isOn = ([, level]: [string, unknown]) => level !== 'off';
const rules = [config.rules, ...config.overrides.map((override) => override.rules)]
  .flatMap((set) => Object.entries(set).filter(isOn))
  .map(([name]) => name.replace(/^.*\//, ''));

// The linter skips planted files where they lie, so it meets them in a copy outside, under the same settings.
const copy = await mkdtemp(path.join(tmpdir(), 'hearth-lint-'));
/** Rule -> planted files it spoke about. */
const caught = new Map<string, string[]>();

beforeAll(async () => {
  await cp('tests/architecture/planted/lint', copy, { recursive: true });
  await writeFile(
    path.join(copy, '.oxlintrc.json'),
    JSON.stringify({ ...config, ignorePatterns: ['node_modules/**'] }),
  );
  await symlink(path.resolve('node_modules'), path.join(copy, 'node_modules'));
  const { compilerOptions } = JSON.parse(await readFile('tsconfig.json', 'utf8')) as { compilerOptions: object };
  await writeFile(path.join(copy, 'tsconfig.json'), JSON.stringify({ compilerOptions, exclude: ['node_modules'] }));
  const output = await new Promise<string>((resolve) => {
    execFile(
      path.resolve('node_modules/.bin/oxlint'),
      ['--type-aware', '--format=json', '.'],
      { cwd: copy },
      (_, stdout) => resolve(stdout),
    );
  });
  const { diagnostics } = JSON.parse(output) as { diagnostics: { code: string; filename: string }[] };
  for (const { code, filename } of diagnostics) {
    const rule = /\(([^)]+)\)/.exec(code)?.[1] ?? code;
    caught.set(rule, [...(caught.get(rule) ?? []), path.normalize(filename)]);
  }
});

afterAll(() => rm(copy, { recursive: true, force: true }));

test.each([...new Set(rules)])('the lint rule %s still bites', (rule) => {
  const planted = (caught.get(rule) ?? []).filter((file) => path.basename(file).startsWith(`${rule}.`));
  expect(planted).not.toEqual([]);
});

test('what the settings allow is left alone', () => {
  const good = [
    'app/people/page.tsx',
    'lib/env.ts',
    'bin/start.mjs',
    'components/caseload/bar.tsx',
    'lib/people/person.ts',
  ];
  const spokenAbout = [...caught.values()].flat();
  expect(good.filter((file) => spokenAbout.includes(file))).toEqual([]);
});
