/** The settings of this installation: the only place that reads the environment. README lists what each is for. */
import 'server-only';
import path from 'node:path';
import { z } from 'zod';
import { SettingsError, type Keys, type KeysPlace } from './keys-file';
import { FollowedKeys } from './key-care/followed-keys';

export interface Env {
  databaseUrl: string;
  /** Only migrations and the demo have it; the running app does not. */
  databaseOwnerUrl: string | undefined;
  /** Listens beyond this machine without https, so that no proxy can stand in front. */
  isReachedDirectly: boolean;
  appOrigin: string;
  isHttps: boolean;
  isDevelopment: boolean;
  /** The bare page that `npm run bench` measures against answers only then. */
  isBench: boolean;
  /** What the log keeps: this and what weighs more. */
  logLevel: LogLevel;
  smtpUrl: string | undefined;
  mailFrom: string | undefined;
  dataFolder: string;
  /** Where the newest links of the access log are signed, outside the database. */
  headsFile: string;
  keysPlace: KeysPlace;
  /** As they stand now: the file may be changed while Hearth runs. */
  readonly keys: Keys;
}

/** The settings that need no file: the proxy reads these on every request. */
export type PublicEnv = Pick<Env, 'appOrigin' | 'isHttps' | 'isDevelopment' | 'isBench' | 'logLevel'>;

const LOG_LEVELS = ['info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const isOfThisMachine = (host: string) => /^(localhost|127\.0\.0\.1|\[?::1\]?|\/.*|)$/.test(host);

const text = z.string().trim();
const given = <T extends string>(schema: z.ZodType<T>) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const url = (schemes: string[], example: string) =>
  text.refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol), `must look like ${example}`);

const origin = text.refine(
  (value) => URL.canParse(value) && /^https?:/.test(value) && new URL(value).origin === value,
  'must be an origin such as https://hearth.example, with nothing after the host and port',
);
/** A database on another machine, of which nothing says how it is spoken to, would be spoken to in the clear. */
const postgres = url(['postgres:', 'postgresql:'], 'postgres://login:password@host:5432/database').refine((value) => {
  if (!URL.canParse(value)) return true;
  const { hostname, searchParams } = new URL(value);
  // Of several the driver takes the last.
  return isOfThisMachine(searchParams.getAll('host').at(-1) ?? hostname) || searchParams.has('sslmode');
}, 'names another machine and must end in ?sslmode=verify-full (or another sslmode, if you mean it)');

const port = z
  .string()
  .regex(/^\d+$/, 'must be a number from 1 to 65535')
  .refine((value) => Number(value) >= 1 && Number(value) <= 65535, 'must be a number from 1 to 65535');

const publicSchema = z.object({
  APP_ORIGIN: given(origin),
  PORT: given(port),
  NODE_ENV: z.string().optional(),
  HEARTH_BENCH: z.string().optional(),
  HEARTH_LOG_LEVEL: given(z.enum(LOG_LEVELS, 'must be info, warn or error')),
});

const schema = publicSchema.extend({
  DATABASE_URL: given(postgres),
  DATABASE_OWNER_URL: given(postgres),
  HOST: given(text),
  SMTP_URL: given(url(['smtp:', 'smtps:'], 'smtps://login:password@mail.example:465')),
  MAIL_FROM: given(z.email('must be one e-mail address')),
  HEARTH_DATA: given(text),
  HEARTH_KEYS_FILE: given(text),
  HEARTH_KEYS: given(text),
  HEARTH_LOG_HEADS: given(text),
});

export type Environment = Record<string, string | undefined>;

/** Checks an environment. What is wrong is one sentence that names the setting. */
export function parseEnv(environment: Environment): Env {
  const settings = check(schema, environment);
  if (!settings.DATABASE_URL) {
    throw new SettingsError('DATABASE_URL is missing: start Hearth with npm start, or name the database it shall use.');
  }
  const dataFolder = path.resolve(/* turbopackIgnore: true */ settings.HEARTH_DATA ?? '.hearth');
  const keysPlace = placeOfKeys(settings, dataFolder);
  const followed = new FollowedKeys(keysPlace);
  return {
    ...publicPart(settings),
    databaseUrl: settings.DATABASE_URL,
    databaseOwnerUrl: settings.DATABASE_OWNER_URL,
    isReachedDirectly: !publicPart(settings).isHttps && !isOfThisMachine(settings.HOST ?? 'localhost'),
    smtpUrl: settings.SMTP_URL,
    mailFrom: settings.MAIL_FROM,
    dataFolder,
    headsFile: settings.HEARTH_LOG_HEADS
      ? path.resolve(/* turbopackIgnore: true */ settings.HEARTH_LOG_HEADS)
      : path.join(dataFolder, 'access-log-heads.jsonl'),
    keysPlace,
    get keys() {
      return followed.now();
    },
  };
}

function placeOfKeys(
  settings: { HEARTH_KEYS?: string | undefined; HEARTH_KEYS_FILE?: string | undefined },
  dataFolder: string,
): KeysPlace {
  const { HEARTH_KEYS: inline, HEARTH_KEYS_FILE: file } = settings;
  if (inline && file)
    throw new SettingsError(
      'HEARTH_KEYS and HEARTH_KEYS_FILE are both set: keep one of them, so that it is known which keys count.',
    );
  if (inline) return { text: inline };
  return { file: file ? path.resolve(/* turbopackIgnore: true */ file) : path.join(dataFolder, 'keys.json') };
}

let env: Env | undefined;
let publicEnv: PublicEnv | undefined;

/** This process's settings, checked once. */
export function readEnv(): Env {
  if (!env) {
    env = parseEnv(process.env);
    // next-auth takes these from the environment alone.
    process.env.NEXTAUTH_SECRET = env.keys.authSecret;
    process.env.NEXTAUTH_URL = env.appOrigin;
  }
  return env;
}

export function readPublicEnv(): PublicEnv {
  publicEnv ??= publicPart(check(publicSchema, process.env));
  return publicEnv;
}

function publicPart(settings: z.output<typeof publicSchema>): PublicEnv {
  const appOrigin = settings.APP_ORIGIN ?? `http://localhost:${settings.PORT ?? '3000'}`;
  return {
    appOrigin,
    isHttps: appOrigin.startsWith('https:'),
    isDevelopment: settings.NODE_ENV === 'development',
    isBench: settings.HEARTH_BENCH === '1',
    logLevel: settings.HEARTH_LOG_LEVEL ?? 'info',
  };
}

function check<T>(shape: z.ZodType<T>, environment: Environment): T {
  const parsed = shape.safeParse(environment);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new SettingsError(`${issue?.path.join('.')} ${issue?.message}.`);
}
