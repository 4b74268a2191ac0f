/** Values sealed once and kept forever: what any earlier release wrote must open in every later one. */
import { createSecretKey } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { seal } from '@/lib/sealed/seal';
import { open } from '@/lib/sealed/open';
import type { SealedRef } from '@/lib/sealed/format';
import { openKeyring } from '@/lib/sealed/keyring';
import type { KeyClass } from '@/db/schema/sealed-keys';
import golden from './golden-v1.json';

const bytes = (hex: string) => Buffer.from(hex, 'hex');

describe('format 1', () => {
  test.each(golden.texts)('opens and seals "$name" to the byte', ({ ref, dataKeyId, dataKey, iv, text, sealed }) => {
    const place = ref as SealedRef;
    const secret = createSecretKey(bytes(dataKey));
    expect(open(() => secret, place, bytes(sealed))).toBe(text);
    expect(seal({ id: dataKeyId, secret }, place, text, bytes(iv)).toString('hex')).toBe(sealed);
  });

  test('opens through the whole chain of keys', () => {
    const { masterKeys, practiceKey, dataKey, ref, text, sealed } = golden.chain;
    const keyring = openKeyring(
      masterKeys.map(({ id, key }) => ({ id, key: bytes(key) })),
      {
        practiceKeys: [{ ...practiceKey, wrapped: bytes(practiceKey.wrapped) }],
        dataKeys: [
          {
            ...dataKey,
            keyClass: dataKey.keyClass as KeyClass,
            wrapped: bytes(dataKey.wrapped),
            createdAt: new Date(dataKey.createdAt),
          },
        ],
      },
    );
    expect(keyring.open(ref as SealedRef, bytes(sealed))).toBe(text);
  });
});
