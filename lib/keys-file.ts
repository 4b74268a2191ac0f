/** Reads and checks the file of keys: what is missing, short or weak is said in one sentence that names the setting. */
import 'server-only';
import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';

export interface Keys {
  masterKeys: { id: string; key: Uint8Array }[];
  authSecret: string;
  invitationKey: Uint8Array;
}

const KEY_BYTES = 32;
/** 32 random bytes hold about 30 different ones; fewer than 20 happens to nobody by chance. */
const FEWEST_DIFFERENT = 20;

/** A sentence about a setting, fit to be shown to whoever starts Hearth. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

const secret = z
  .string('is missing')
  .refine((text) => Buffer.from(text, 'base64').length >= KEY_BYTES, {
    error: `must be at least ${KEY_BYTES} random bytes in base64`,
    abort: true,
  })
  .refine((text) => new Set(Buffer.from(text, 'base64')).size >= FEWEST_DIFFERENT, 'is weak: its bytes are not random');

const masterKey = secret.refine(
  (text) => Buffer.from(text, 'base64').length === KEY_BYTES,
  `must be exactly ${KEY_BYTES} bytes in base64`,
);

const keysFile = z
  .object({
    format: z.literal(1, 'must be 1'),
    masterKeys: z
      .array(
        z.object({
          id: z.string('is missing').regex(/^[A-Za-z0-9_-]{1,32}$/, 'must be 1 to 32 letters or digits'),
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

function secretsOf(file: { masterKeys: { key: string }[]; authSecret: string; invitationKey: string }) {
  return [...file.masterKeys.map(({ key }) => key), file.authSecret, file.invitationKey];
}

export function readKeysFile(file: string): Keys {
  const about = `HEARTH_KEYS_FILE (${file})`;
  const parsed = keysFile.safeParse(readJson(file, about));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const place = issue?.path.join('.');
    throw new SettingsError(place ? `${about}: ${place} ${issue?.message}.` : `${about} ${issue?.message}.`);
  }
  const { masterKeys, authSecret, invitationKey } = parsed.data;
  return {
    masterKeys: masterKeys.map(({ id, key }) => ({ id, key: Buffer.from(key, 'base64') })),
    authSecret,
    invitationKey: Buffer.from(invitationKey, 'base64'),
  };
}

function readJson(file: string, about: string): unknown {
  let text: string;
  try {
    if (statSync(file).mode & 0o007)
      throw new SettingsError(`${about} can be read by everyone on this machine: chmod 600 it.`);
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof SettingsError) throw error;
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new SettingsError(isMissing ? `${about} does not exist.` : `${about} can't be read by this user.`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new SettingsError(`${about} is not JSON.`);
  }
}
