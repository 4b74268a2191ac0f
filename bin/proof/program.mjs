// Runs one of the proving programs under the Node of this process.
import { start } from '../bootstrap/children.mjs';
import { inModules, root } from '../bootstrap/clone.mjs';
import path from 'node:path';

/** Settings of a practice that happens to run in the same shell have no say in a test. */
const OWN_SETTINGS =
  /^(DATABASE_|APP_ORIGIN$|SMTP_URL$|MAIL_FROM$|HEARTH_|NEXTAUTH_|PORT$|NODE_ENV$|NODE_OPTIONS$|FORCE_COLOR$|NO_COLOR$)/;

export async function runProgram(args, { env = {}, isShown = false } = {}) {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OWN_SETTINGS.test(name)));
  const child = start(process.execPath, args, {
    cwd: root,
    env: {
      ...inherited,
      PATH: [inModules('.bin'), process.env.PATH].join(path.delimiter),
      NEXT_TELEMETRY_DISABLED: '1',
      ...env,
    },
    stdio: ['ignore', isShown ? 'inherit' : 'pipe', isShown ? 'inherit' : 'pipe'],
  });
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk) => (output += chunk));
  child.stderr?.setEncoding('utf8').on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve) => {
    child.once('error', (error) => {
      output += error.message;
      resolve(1);
    });
    child.once('close', (exitCode) => resolve(exitCode ?? 1));
  });
  return { code, output };
}
