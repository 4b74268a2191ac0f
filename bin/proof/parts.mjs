// The parts of `npm test`, in the order they run: cheap ones first, so that a slip is known within a minute.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from '../bootstrap/build.mjs';
import { inModules, root } from '../bootstrap/clone.mjs';
import { findChromium } from './chromium.mjs';
import { runProgram } from './program.mjs';
import { playwrightResult, readReport, vitestResult } from './report.mjs';

/**
 * A part's `run` resolves to `{ passed, failed, failures }`, where failures are lines a person can act on.
 * @typedef {{ name: string, label: string, run: (context: { reports: string }) => Promise<{ passed: number, failed: number, failures: string[] }> }} Part
 */

/** Folders and files that exist, of those the layers speak about. */
const layered = () =>
  [
    'app',
    'bin',
    'components',
    'db',
    'lib',
    'tests',
    'proxy.ts',
    'instrumentation.ts',
    'drizzle.config.ts',
    'next.config.js',
    'vitest.config.ts',
    'playwright.config.ts',
  ].filter((name) => existsSync(path.join(root, name)));

/** In a file or a pipe colors are noise. Each runner has its own way to be told. */
const isPlain = !process.stdout.isTTY;

/** @type {Part[]} */
export const parts = [
  {
    name: 'types',
    label: 'Types',
    async run() {
      if (existsSync(path.join(root, 'app'))) {
        const routes = await check([inModules('next', 'dist', 'bin', 'next'), 'typegen']);
        if (routes.failed) return routes;
      }
      return check([inModules('typescript', 'bin', 'tsc'), '--noEmit', '--pretty', 'false']);
    },
  },
  { name: 'lint', label: 'Lint', run: () => check([inModules('.bin', 'oxlint'), '--type-aware', '--deny-warnings']) },
  {
    name: 'format',
    label: 'Format',
    run: () => check([inModules('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level=warn', '.']),
  },
  {
    name: 'layers',
    label: 'Layers',
    run: () =>
      check([
        inModules('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'),
        ...layered(),
        '--config',
        '.dependency-cruiser.cjs',
        '--output-type',
        'err',
      ]),
  },
  { name: 'architecture', label: 'Architecture', run: (context) => vitest('architecture', context) },
  { name: 'bin', label: 'Starting and the built-in database', run: (context) => vitest('bin', context) },
  { name: 'components', label: 'Parts of screens', run: (context) => vitest('components', context) },
  { name: 'lib', label: 'Verbs against Postgres', run: (context) => vitest('lib', context) },
  { name: 'access', label: 'Access', run: (context) => vitest('access', context) },
  {
    name: 'build',
    label: 'Production build',
    async run() {
      await ensureBuilt();
      return { passed: 1, failed: 0, failures: [] };
    },
  },
  { name: 'browser', label: 'Browser', run: browser },
];

/** tests/support/volume.ts reads it. */
const volumes = (isDeep) => (isDeep ? { HEARTH_DEEP: '1' } : {});

async function check(args) {
  const { code, output } = await runProgram(args);
  return code === 0 ? { passed: 1, failed: 0, failures: [] } : { passed: 0, failed: 1, failures: [output.trim()] };
}

async function vitest(project, { reports, grid, isDeep }) {
  const file = path.join(reports, `${project}.json`);
  const args = ['run', '--project', project, '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  const env = { ...(isPlain && { NO_COLOR: '1' }), ...(grid && { HEARTH_GRID_FILE: grid }), ...volumes(isDeep) };
  const { code } = await runProgram([inModules('vitest', 'vitest.mjs'), ...args], { isShown: true, env });
  return vitestResult(readReport(file), code);
}

async function browser({ reports, isDeep }) {
  const file = path.join(reports, 'browser.json');
  const chromium = await findChromium();
  const { code } = await runProgram([inModules('@playwright', 'test', 'cli.js'), 'test', '--reporter=dot,json'], {
    isShown: true,
    env: {
      ...(isPlain && { FORCE_COLOR: '0' }),
      CHROMIUM: chromium.executablePath,
      ...chromium.environment,
      ...volumes(isDeep),
      PLAYWRIGHT_JSON_OUTPUT_NAME: file,
      // people.ts makes sealed rows with the product's own server-only code.
      NODE_OPTIONS: '--conditions=react-server',
    },
  });
  return playwrightResult(readReport(file), code);
}
