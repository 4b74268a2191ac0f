// One start of Hearth, from whatever state the folder is in to an address that answers.
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { run } from './children.mjs';
import { makeFolder, programNode, root } from './clone.mjs';
import { startCluster, urlsOf } from '../embedded/cluster.mjs';
import { ensureInstalled } from './install.mjs';
import { ensureKeys } from './keys.mjs';
import { takeLock } from './lock.mjs';
import { watchNpm } from './parent.mjs';
import { dataFolder } from '../embedded/place.mjs';
import { nextFreePort, whyStillNotFree } from './port.mjs';
import { say, step, Stop } from './say.mjs';
import { serve } from './serve.mjs';
import { readSettings } from './settings.mjs';
import { atEnd, endWith } from './stopping.mjs';

/** `command` is the npm script, as it is named in what the start says. */
export async function startHearth({ command, demo }) {
  const settings = readSettings();
  const place = placeOf(settings);
  const lock = lockData(place.folder, settings);
  if (place.moved) {
    say(`The database's user can't enter this folder, so its program and all data are in ${place.folder}.`);
  }
  await requireFreePort(settings, command, lock.tookOver);
  await ensureInstalled();
  // A database of one's own is tried before the long step, so that a wrong setting is known at once.
  if (settings.database) await prepare('check', await openDatabase(settings, place.folder));
  await ensureBuilt();
  const env = await openDatabase(settings, place.folder);
  const prepared = await prepare(demo ? 'demo' : 'start', env);
  await keepServing(settings, env);
  announce(settings, prepared, { demo });
}

/** Migrates and ends: for a database that the app is about to be, or already, started on. */
export async function migrateOnly() {
  const settings = readSettings();
  const { folder } = placeOf(settings);
  if (!settings.database) lockData(folder, settings);
  await ensureInstalled();
  await prepare('migrate', await openDatabase(settings, folder));
  say('The database is up to date.');
  await endWith(0);
}

/** Looks through what is there, beside a Hearth that runs or without one. `task` is a program that says lines and answers whether all is well. */
export async function inspect(task, ...words) {
  const settings = readSettings();
  const { folder } = placeOf(settings);
  await ensureInstalled();
  const env = (settings.database ? null : runningDatabase(settings, folder)) ?? (await openDatabase(settings, folder));
  const { result } = await run(programNode(), ['--conditions=react-server', '--import', 'tsx', task, ...words], {
    env,
    failed: 'It could not be looked through.',
    extra: ['pipe'],
    onLine: (line) => say(line),
  });
  await endWith(JSON.parse(result).isWhole ? 0 : 1);
}

/** The built-in database of a Hearth that runs, or null with the data locked for oneself. */
function runningDatabase(settings, folder) {
  const lock = takeLock(path.join(folder, 'running.lock'), { address: settings.origin });
  if (!lock.holder) {
    atEnd(() => lock.release());
    watchNpm(() => endWith(1));
    return null;
  }
  const { appUrl, ownerUrl } = urlsOf(folder);
  return {
    ...environmentOf(settings, folder),
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
    ...keysIn(settings, folder),
  };
}

export async function buildOnly() {
  await ensureInstalled();
  await ensureBuilt();
  say('The build is up to date.');
}

/** Only the built-in database brings another user, who must be able to reach the data. */
function placeOf({ data, database }) {
  if (!database) return dataFolder(data);
  const folder = path.resolve(data ?? path.join(root, '.hearth'));
  makeFolder(folder);
  return { folder, moved: false };
}

function lockData(folder, settings) {
  const lock = takeLock(path.join(folder, 'running.lock'), { address: settings.origin });
  if (lock.holder) {
    throw new Stop(
      `Hearth already runs with the data in ${folder}: ${lock.holder.address} (process ${lock.holder.pid}).`,
    );
  }
  atEnd(() => lock.release());
  watchNpm(() => endWith(1));
  return lock;
}

async function requireFreePort({ port, host }, command, tookOver) {
  const why = await whyStillNotFree(port, host, tookOver ? 5000 : 0);
  if (why === null) return;
  if (why === 'EADDRINUSE') {
    const free = await nextFreePort(port, host);
    throw new Stop(
      `Port ${port} is taken by another program; stop that one, or choose another port: PORT=${free} ${command}`,
    );
  }
  if (why === 'EACCES') throw new Stop(`PORT=${port} may not be used by this user; choose one from 1024 up.`);
  throw new Stop(`HOST=${host} is not an address of this machine (${why}).`);
}

const environmentOf = (settings, folder) => ({
  ...process.env,
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
  PORT: String(settings.port),
  APP_ORIGIN: settings.origin,
  HEARTH_DATA: folder,
});

/** Nothing to add where the keys stand in the environment themselves. */
const keysIn = (settings, folder) =>
  settings.areKeysGiven ? {} : { HEARTH_KEYS_FILE: settings.keysFile ?? ensureKeys(folder) };

/** The environment for everything that runs Hearth's own code. */
async function openDatabase(settings, folder) {
  const shared = environmentOf(settings, folder);
  if (settings.database) {
    return {
      ...shared,
      DATABASE_URL: settings.database.app,
      DATABASE_OWNER_URL: settings.database.owner,
      ...(settings.keysFile && { HEARTH_KEYS_FILE: settings.keysFile }),
    };
  }
  const keys = keysIn(settings, folder);
  const cluster = await step('Starting the database', () => startCluster({ folder, onExit: () => void revive() }));
  const revive = reviver('The database', () => cluster.restart());
  atEnd(() => cluster.stop());
  return { ...shared, DATABASE_URL: cluster.appUrl, DATABASE_OWNER_URL: cluster.ownerUrl, ...keys };
}

async function prepare(task, env) {
  const { result } = await step(task === 'check' ? 'Trying the database' : 'Preparing the database', () =>
    run(programNode(), ['--conditions=react-server', '--import', 'tsx', 'bin/tasks/prepare.ts', task], {
      env,
      failed: 'The database could not be prepared.',
      extra: ['pipe'],
      onLine: (line) => line && say(`  ${line}`),
    }),
  );
  const answer = JSON.parse(result);
  if (answer.stop) throw new Stop(answer.stop);
  return answer;
}

async function keepServing({ host, port }, env) {
  // The app has no use for the owner's login, so it does not get it.
  const { DATABASE_OWNER_URL: _owner, ...appEnvironment } = env;
  let server;
  const begin = () => serve({ host, port, env: appEnvironment, onExit: () => void revive() });
  const revive = reviver('The app', async () => {
    server = await begin();
  });
  server = await step('Starting the app', begin);
  atEnd(() => server.stop());
}

/** Starts again what was killed, but not what dies each time. */
function reviver(name, again) {
  let recent = [];
  return async () => {
    recent = [...recent.filter((at) => at > Date.now() - 60_000), Date.now()];
    if (recent.length > 5) {
      say(`${name} ended 5 times within a minute, so Hearth stops.`);
      return endWith(1);
    }
    say(`${name} ended unexpectedly; starting it again.`);
    try {
      await again();
      say(`${name} runs again.`);
    } catch (error) {
      say(error.message);
      await endWith(1);
    }
  };
}

function announce({ origin, host }, { people, setUpLink, holdsDemo }, { demo }) {
  say();
  say(`Hearth is ready: ${origin}`);
  if (people?.length) {
    say('\nThis is a demo with invented people. Sign in as:');
    for (const person of people) say(`  ${person.who.padEnd(28)} ${person.login.padEnd(34)} ${person.password}`);
  }
  if (setUpLink) say(`\nTo set up your practice, open this link, which works once:\n  ${setUpLink}`);
  if (holdsDemo && !demo)
    say(
      '\nThese data are the demo. For a practice of your own, choose another folder: HEARTH_DATA=.hearth/practice npm start',
    );
  if (origin.startsWith('http:') && !/\/\/(localhost|127\.0\.0\.1|\[::1\])(:|$)/.test(origin)) {
    say('\nAPP_ORIGIN is not https: anyone on the network between can read along. Use it for a trial only.');
  }
  say(`\nListening on ${host}. Stop with Ctrl+C.`);
}
