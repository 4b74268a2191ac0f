/** The log: an event's name and a short list of facts about it. Nothing a person typed can pass, because nothing outside the list does, and each fact has a shape. */
import 'server-only';
import pino from 'pino';
import { readPublicEnv } from './env';

export type LogFacts = {
  code?: string;
  queryName?: string;
  requestId?: string;
  door?: string;
  verb?: string;
  errorName?: string;
  status?: number;
  durationMs?: number;
  count?: number;
};

const SHORT = /^[A-Za-z0-9_.:/ -]{1,80}$/;
const NUMBERS = ['status', 'durationMs', 'count'] as const;
const TEXTS = ['code', 'queryName', 'requestId', 'door', 'verb', 'errorName'] as const;

function allowed(facts: LogFacts): Record<string, string | number> {
  const kept: Record<string, string | number> = {};
  for (const key of TEXTS) {
    const value = facts[key];
    if (typeof value === 'string' && value !== '') kept[key] = SHORT.test(value) ? value : 'withheld';
  }
  for (const key of NUMBERS) {
    const value = facts[key];
    if (typeof value === 'number' && Number.isFinite(value)) kept[key] = Math.round(value * 10) / 10;
  }
  return kept;
}

/** What may be said of an error: its class, its code, its query's name, and where in the program it was thrown; never its message. */
export function factsOf(error: unknown): LogFacts & { at?: string[] } {
  if (!(error instanceof Error)) return { errorName: 'not an Error' };
  const text = (key: string) => {
    const value = (error as unknown as Record<string, unknown>)[key];
    return typeof value === 'string' ? value : undefined;
  };
  return { errorName: error.name, code: text('code'), queryName: text('queryName'), at: framesOf(error) };
}

/** The stack begins with the message, so it is cut off by its own text; a stack that begins otherwise is not used at all. */
function framesOf(error: Error): string[] {
  const stack = error.stack ?? '';
  const at = error.message === '' ? 0 : stack.indexOf(error.message);
  if (at < 0) return [];
  return stack
    .slice(at + error.message.length)
    .split('\n')
    .map((line) => /^\s+at (.+)$/.exec(line)?.[1] ?? '')
    .filter((line) => line !== '')
    .slice(0, 8);
}

export type Log = ReturnType<typeof makeLog>;

export function makeLog(destination?: { write: (line: string) => void }) {
  const options = { base: null, timestamp: pino.stdTimeFunctions.isoTime };
  let made: pino.Logger | undefined;
  // Made with the first line: where this file is only loaded, no setting needs to be right.
  const to = () =>
    (made ??= destination ? pino(options, destination) : pino({ ...options, level: readPublicEnv().logLevel }));
  return {
    info: (event: string, facts: LogFacts = {}) => to().info({ event, ...allowed(facts) }),
    warn: (event: string, facts: LogFacts = {}) => to().warn({ event, ...allowed(facts) }),
    error(event: string, error: unknown, facts: LogFacts = {}) {
      const { at, ...known } = factsOf(error);
      to().error({ event, ...allowed({ ...known, ...facts }), at });
    },
  };
}

export const log = makeLog();
