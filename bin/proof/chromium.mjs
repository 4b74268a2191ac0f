// Finds a Chromium that truly starts here: one that is named, one that is installed, the one in the packages
// (with the libraries it brings), and as root on Debian, at the very last, one installed for the purpose.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { isRoot, root } from '../bootstrap/clone.mjs';
import { say, Stop } from '../bootstrap/say.mjs';

export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What is found, and what its environment must say: the packaged one brings libraries and fonts of its own. */
export async function findChromium() {
  const named = process.env.CHROMIUM;
  if (named) {
    const chromium = { executablePath: named, environment: {} };
    const why = await whyNotStarting(chromium);
    if (why) throw new Stop(`CHROMIUM names ${named}, which does not start: ${why}`);
    return chromium;
  }
  for (const executablePath of installed()) {
    const chromium = { executablePath, environment: {} };
    if (existsSync(executablePath) && !(await whyNotStarting(chromium))) return chromium;
  }
  const packaged = await fromPackages();
  if (packaged) return packaged;
  return fromDebian();
}

function installed() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin', '/snap/bin'];
  return [
    ...names.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...ofPlaywright(),
  ];
}

function ofPlaywright() {
  const caches = [
    process.env.PLAYWRIGHT_BROWSERS_PATH,
    path.join(homedir(), '.cache/ms-playwright'),
    path.join(homedir(), 'Library/Caches/ms-playwright'),
  ];
  return caches
    .filter((cache) => cache && existsSync(cache))
    .flatMap((cache) =>
      readdirSync(cache)
        .filter((name) => name.startsWith('chromium'))
        .sort()
        .reverse()
        .flatMap((name) => [
          path.join(cache, name, 'chrome-linux/chrome'),
          path.join(cache, name, 'chrome-linux64/chrome'),
          path.join(cache, name, 'chrome-linux/headless_shell'),
          path.join(cache, name, 'chrome-headless-shell-linux64/chrome-headless-shell'),
        ]),
    );
}

async function fromPackages() {
  const { platform, arch } = process;
  if (platform !== 'linux' || arch !== 'x64') return null;
  const folder = path.join(root, '.test', 'chromium');
  mkdirSync(folder, { recursive: true });
  const executablePath = await unpack(folder);
  const fonts = existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: path.join(folder, 'fonts') };
  const libraries = { LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib') };
  for (const environment of [fonts, { ...fonts, ...libraries }]) {
    const chromium = { executablePath, environment };
    if (!(await whyNotStarting(chromium))) return chromium;
  }
  return null;
}

/** The package unpacks into the folder for temporary files, and its libraries only where it believes it needs them. */
async function unpack(folder) {
  const before = { TMPDIR: process.env.TMPDIR, AWS_EXECUTION_ENV: process.env.AWS_EXECUTION_ENV };
  const libraryPath = process.env.LD_LIBRARY_PATH;
  Object.assign(process.env, { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' });
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    return await chromium.executablePath();
  } finally {
    restore({ ...before, LD_LIBRARY_PATH: libraryPath });
  }
}

function restore(settings) {
  for (const [name, value] of Object.entries(settings)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}

async function fromDebian() {
  const way = 'Install Chromium or Chrome, or set CHROMIUM to one.';
  if (!isRoot || !existsSync('/usr/bin/apt-get')) throw new Stop(`No Chromium starts on this machine. ${way}`);
  say('Installing Chromium with apt-get (once) …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => spawnSync('/usr/bin/apt-get', args, { env, encoding: 'utf8' });
  apt('update', '-qq');
  const { status, stderr } = apt('install', '-y', '-qq', '--no-install-recommends', 'chromium');
  const chromium = { executablePath: '/usr/bin/chromium', environment: {} };
  if (status === 0 && !(await whyNotStarting(chromium))) return chromium;
  throw new Stop(
    `No Chromium starts on this machine, and apt-get could not install one. ${way}\n${String(stderr).trim()}`,
  );
}

/** Null when it shows a page to the library that will drive it. */
async function whyNotStarting({ executablePath, environment }) {
  const { chromium } = await import('playwright');
  try {
    const browser = await chromium.launch({
      executablePath,
      args: CHROMIUM_FLAGS,
      env: { ...process.env, ...environment },
      timeout: 30_000,
    });
    const page = await browser.newPage();
    await page.setContent('<p>ready</p>');
    await browser.close();
    return null;
  } catch (error) {
    return String(error.message).split('\n')[0];
  }
}
