// Runs the built app and waits until it says that it is ready.
import { setTimeout as wait } from 'node:timers/promises';
import { end, start } from './children.mjs';
import { inModules, programNode } from './clone.mjs';
import { Stop } from './say.mjs';

/**
 * Measured under load: 459 MB in all with the first, 663 MB without. The second lets a page's own garbage die young: a twentieth faster.
 * The third lets old garbage wait until there is more of it: a fifth of the collections, another twentieth, for 7 MB.
 */
const heapFlags = ['--max-old-space-size=256', '--max-semi-space-size=32', '--heap-growing-percent=150'];

export async function serve({ host, port, env, onExit }) {
  const child = start(
    programNode(),
    [...heapFlags, inModules('next', 'dist', 'bin', 'next'), 'start', '-H', host, '-p', String(port)],
    { env, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let isReady = false;
  let said = '';
  const pass = (stream) => (chunk) => {
    if (isReady) stream.write(chunk);
    else said = (said + chunk).slice(-8000);
  };
  child.stdout.setEncoding('utf8').on('data', pass(process.stdout));
  child.stderr.setEncoding('utf8').on('data', pass(process.stderr));

  const state = { isGone: false, isStopping: false };
  child.once('exit', () => {
    state.isGone = true;
    if (isReady && !state.isStopping) onExit();
  });
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}/api/health/ready`;
  const answers = address.replace(/\/\/(0\.0\.0\.0|\[::\]):/, '//127.0.0.1:');
  for (const until = Date.now() + 60_000; !(await isOk(answers)); await wait(50)) {
    if (state.isGone) throw new Stop(plainReason(said, port));
    if (Date.now() > until) {
      await end(child);
      throw new Stop(`The app started but does not become ready.\n${said.trim()}`);
    }
  }
  isReady = true;
  return {
    pid: child.pid,
    async stop() {
      state.isStopping = true;
      await end(child);
    },
  };
}

function plainReason(said, port) {
  if (said.includes('EADDRINUSE'))
    return `Port ${port} was taken by another program just now; stop it or choose another PORT.`;
  return `The app could not start.\n${said.trim()}`;
}

async function isOk(address) {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(5000) })).status === 200;
  } catch {
    return false;
  }
}
