/**
 * A connection that prepares each statement once, because under row security planning a list takes as long as running it, and that
 * sends what is asked at the same moment in one go. (pg's own `pipeline` lets several be on their way; order and errors stay each one's own.)
 */
import pg from 'pg';

/** A list of ids makes a statement of its own for each length, so there must be an end. */
const MOST = 500;
const names = new Map<string, string>();

/** The same text has the same name on every connection of this process. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= MOST) return known;
  const made = `hearth_${names.size + 1}`;
  names.set(text, made);
  return made;
}

type Query = (...given: unknown[]) => unknown;
type Corked = { connection: { stream: { cork(): void; uncork(): void } } };

// A class cannot follow the overloads of pg's query and still be read.
export const PreparingClient = class extends pg.Client {} as typeof pg.Client;

const send: Query = Reflect.get(pg.Client.prototype, 'query');
PreparingClient.prototype.query = function query(this: pg.Client, config: unknown, ...rest: unknown[]) {
  const { stream } = (this as unknown as Corked).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
  return send.call(this, isUnnamed(config) ? { ...config, name: nameOf(config.text) } : config, ...rest);
} as typeof pg.Client.prototype.query;

/** A statement as drizzle sends it. Plain strings are begin and commit, which nothing plans. */
function isUnnamed(config: unknown): config is pg.QueryConfig {
  return (
    typeof config === 'object' &&
    config !== null &&
    'text' in config &&
    !('submit' in config) &&
    !(config as pg.QueryConfig).name
  );
}
