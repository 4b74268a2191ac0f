/** Reads and checks the keys, from their file or the environment: what is missing, short or weak is said in one sentence that names the setting. */
import 'server-only';
import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';

export interface Keys {
  /** The first seals what is new; the others still open what is older. */
  masterKeys: { id: string; key: Uint8Array }[];
  authSecret: string;
  invitationKey: Uint8Array;
}

/** Where the keys of an installation stand. */
export type KeysPlace = { file: string } | { text: string };

const KEY_BYTES = 32;
/** 32 random bytes hold about 30 different ones; fewer than 20 happens to nobody by chance. */
const FEWEST_DIFFERENT = 20;

/** A sentence about a setting, fit to be shown to whoever starts Hearth. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64');
/** Node reads any text as base64, whatever is in it; a key that was cut or mistyped must not pass as another one. */
const isBase64 = (text: string): boolean =>
  /^[A-Za-z0-9+/]+={0,2}$/.test(text) &&
  bytesOf(text).toString('base64').replaceAll('=', '') === text.replaceAll('=', '');

/** Few different bytes, equal steps from one to the next, one half twice, or something that was typed: none of it happens by chance. */
function isWeak(bytes: Buffer): boolean {
  const steps = new Set(bytes.subarray(1).map((byte, at) => byte - bytes[at]!));
  const half = bytes.length >> 1;
  return (
    new Set(bytes).size < FEWEST_DIFFERENT ||
    steps.size === 1 ||
    bytes.subarray(0, half).equals(bytes.subarray(half, half * 2)) ||
    bytes.every((byte) => byte >= 0x20 && byte < 0x7f)
  );
}

const secret = z
  .string('is missing')
  .refine((text) => isBase64(text) && bytesOf(text).length >= KEY_BYTES, {
    error: `must be at least ${KEY_BYTES} random bytes in base64`,
    abort: true,
  })
  .refine((text) => !isWeak(bytesOf(text)), 'is weak: its bytes are not random');

const masterKey = secret.refine(
  (text) => bytesOf(text).length === KEY_BYTES,
  `must be exactly ${KEY_BYTES} bytes in base64`,
);

export const MASTER_KEY_ID = /^[A-Za-z0-9_-]{1,32}$/;

const keysFile = z
  .object({
    format: z.literal(1, 'must be 1'),
    masterKeys: z
      .array(
        z.object({
          id: z.string('is missing').regex(MASTER_KEY_ID, 'must be 1 to 32 letters or digits'),
          key: masterKey,
        }),
        'are missing',
      )
      .min(1, 'are missing'),
    authSecret: secret,
    invitationKey: secret,
  })
  .refine((file) => new Set(file.masterKeys.map((key) => key.id)).size === file.masterKeys.length, {
    path: ['masterKeys'],
    error: 'must each have an id of their own',
  })
  .refine((file) => new Set(secretsOf(file)).size === secretsOf(file).length, 'uses one key for two purposes');

/** By their bytes: with or without padding it is the same key. */
function secretsOf(file: { masterKeys: { key: string }[]; authSecret: string; invitationKey: string }) {
  return [...file.masterKeys.map(({ key }) => key), file.authSecret, file.invitationKey].map((text) =>
    bytesOf(text).toString('hex'),
  );
}

export const nameOfPlace = (place: KeysPlace): string =>
  'file' in place ? `HEARTH_KEYS_FILE (${place.file})` : 'HEARTH_KEYS';

export function readKeys(place: KeysPlace): Keys {
  const about = nameOfPlace(place);
  return checkKeys(about, parsed(about, 'file' in place ? readWhole(place.file, about) : place.text));
}

/** What stands in a file that holds keys, checked. */
export function checkKeys(about: string, content: unknown): Keys {
  const checked = keysFile.safeParse(content);
  if (!checked.success) {
    const issue = checked.error.issues[0];
    const where = issue?.path.join('.');
    throw new SettingsError(where ? `${about}: ${where} ${issue?.message}.` : `${about} ${issue?.message}.`);
  }
  const { masterKeys, authSecret, invitationKey } = checked.data;
  return {
    masterKeys: masterKeys.map(({ id, key }) => ({ id, key: bytesOf(key) })),
    authSecret,
    invitationKey: bytesOf(invitationKey),
  };
}

function readWhole(file: string, about: string): string {
  try {
    const { mode } = statSync(file);
    if (mode & 0o007) throw new SettingsError(`${about} can be read by everyone on this machine: chmod 600 it.`);
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof SettingsError) throw error;
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new SettingsError(isMissing ? `${about} does not exist.` : `${about} can't be read by this user.`);
  }
}

function parsed(about: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SettingsError(`${about} is not JSON.`);
  }
}
