import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SealedRef } from '@/lib/sealed/format';
import { openKeyring } from '@/lib/sealed/keyring';
import {
  createDataKey,
  createPracticeKey,
  openPracticeKey,
  ownerOf,
  rewrapDataKey,
  rewrapPracticeKey,
} from '@/lib/sealed/keys';
import { timeLimit, volume } from '../../support/volume';
import { chain, COUPLE, id, masterKeys, OTHER_PARTNER, OTHER_PRACTICE, OWNERS, PARTNER, PRACTICE } from './chain';

const { practiceKey, opened, dataKeys } = chain();
const keyring = openKeyring(masterKeys, { practiceKeys: [practiceKey], dataKeys });

const ref: SealedRef = {
  table: 'reflections',
  column: 'text',
  rowId: id(100),
  practiceId: PRACTICE,
  keyClass: 'partner.private',
  ownerId: PARTNER,
};

const TEXTS = { everyday: 300, deep: 10_000 };
const NONCES = { everyday: 1_000, deep: 1_000_000 };
/** After the format and the key's id. */
const nonceOf = (sealed: Buffer) => sealed.toString('latin1', 17, 29);
const wellFormed = fc.string({ unit: 'grapheme', maxLength: 2_000 });
const codeOf = (work: () => unknown) => {
  try {
    work();
    return 'opened';
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

describe('sealed text', () => {
  test(
    'comes back exactly, for every class of key',
    () => {
      fc.assert(
        fc.property(wellFormed, fc.constantFrom(...OWNERS), (text, [keyClass, ownerId]) => {
          const place = { ...ref, keyClass, ownerId };
          expect(keyring.open(place, keyring.seal(place, text))).toBe(text);
        }),
        { numRuns: volume(TEXTS) },
      );
    },
    timeLimit(20_000, TEXTS),
  );

  test('is refused after any single bit is flipped', () => {
    const sealed = keyring.seal(ref, 'What was said alone.');
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const flipped = Buffer.from(sealed);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(codeOf(() => keyring.open(ref, flipped))).toMatch(/^(tampered|no-key|unknown-format)$/);
    }
  });

  test('is refused when cut short or made longer', () => {
    const sealed = keyring.seal(ref, 'short');
    for (let length = 0; length < sealed.length; length += 1) {
      expect(codeOf(() => keyring.open(ref, sealed.subarray(0, length)))).toMatch(/^(tampered|unknown-format)$/);
    }
    expect(codeOf(() => keyring.open(ref, Buffer.concat([sealed, Buffer.alloc(1)])))).toBe('tampered');
  });

  test('opens in its own place alone: not in another row, column, table, practice, class or owner', () => {
    const elsewhere: Partial<SealedRef>[] = [
      { rowId: id(101) },
      { column: 'words' },
      { table: 'check_ins' },
      { practiceId: OTHER_PRACTICE },
      { keyClass: 'partner.record' },
      { keyClass: 'couple.shared', ownerId: COUPLE },
      { ownerId: OTHER_PARTNER },
      // Moving a character from one part to the next must not give the same binding.
      { table: 'reflection', column: 'stext' },
    ];
    const sealed = keyring.seal(ref, 'What was said alone.');
    for (const change of elsewhere) {
      expect(codeOf(() => keyring.open({ ...ref, ...change }, sealed))).toMatch(/^(tampered|no-key)$/);
    }
  });

  test(
    'swapped between any two rows is refused',
    () => {
      fc.assert(
        fc.property(fc.uuid({ version: 4 }), fc.uuid({ version: 4 }), wellFormed, (one, other, text) => {
          fc.pre(one !== other);
          const sealed = keyring.seal({ ...ref, rowId: one }, text);
          expect(codeOf(() => keyring.open({ ...ref, rowId: other }, sealed))).toBe('tampered');
        }),
        { numRuns: volume(TEXTS) },
      );
    },
    timeLimit(20_000, TEXTS),
  );

  test(
    'never gives the same bytes twice',
    () => {
      const seen = new Set(Array.from({ length: volume(NONCES) }, () => nonceOf(keyring.seal(ref, 'same'))));
      expect(seen.size).toBe(volume(NONCES));
    },
    timeLimit(5_000, NONCES),
  );

  test('hides its length within 256 bytes', () => {
    const overhead = 1 + 16 + 12 + 16;
    expect(keyring.seal(ref, '').length).toBe(overhead + 256);
    expect(keyring.seal(ref, 'no').length).toBe(keyring.seal(ref, 'x'.repeat(252)).length);
    expect(keyring.seal(ref, 'x'.repeat(253)).length).toBe(overhead + 512);
    expect((keyring.seal(ref, 'x'.repeat(10_000)).length - overhead) % 256).toBe(0);
  });

  test('refuses text that would not come back as it was typed', () => {
    expect(codeOf(() => keyring.seal(ref, 'half \ud800 pair'))).toBe('ill-formed-text');
  });

  test('says nothing of its content or place when it is refused', () => {
    const sealed = keyring.seal(ref, 'canary-in-the-text');
    const messages = [
      () => keyring.open({ ...ref, rowId: id(101) }, sealed),
      () => keyring.open({ ...ref, keyClass: 'author.process', ownerId: COUPLE }, sealed),
      () => keyring.seal({ ...ref, ownerId: id(999) }, 'canary-in-the-text'),
      () => keyring.seal(ref, 'canary-in-the-text \udc00'),
    ].map((work) => {
      try {
        work();
        return 'opened';
      } catch (error) {
        return `${String(error)} ${JSON.stringify(error)}`;
      }
    });
    for (const message of messages) {
      expect(message).toContain('SealError');
      expect(message).not.toMatch(/canary|0000-4000|reflections|process/);
    }
  });
});

describe('the chain of keys', () => {
  test('a keyring without the row of a key neither seals nor opens with it, although the process has it unwrapped', () => {
    const sealed = keyring.seal(ref, 'private');
    const without = openKeyring(masterKeys, {
      practiceKeys: [practiceKey],
      dataKeys: dataKeys.filter((row) => row.keyClass !== 'partner.private'),
    });
    expect(codeOf(() => without.open(ref, sealed))).toBe('no-key');
    expect(codeOf(() => without.seal(ref, 'x'))).toBe('no-key');
    expect(without.has('partner.private', PARTNER)).toBe(false);
    expect(without.has('couple.record', COUPLE)).toBe(true);
  });

  test('a wrapped key moved to another class, owner, id or practice does not open', () => {
    const row = dataKeys.find((key) => key.keyClass === 'partner.private' && key.partnerId === PARTNER);
    if (!row) throw new Error('no such key');
    keyring.seal(ref, 'so that the true key is in the cache');
    for (const change of [
      { keyClass: 'couple.shared' as const },
      { partnerId: OTHER_PARTNER },
      { coupleId: id(502) },
      { id: id(500) },
      { practiceKeyId: id(501) },
    ]) {
      const forged = { ...row, ...change };
      const ring = openKeyring(masterKeys, { practiceKeys: [practiceKey], dataKeys: [forged] });
      const place = { ...ref, keyClass: forged.keyClass, ownerId: ownerOf(forged) };
      expect(codeOf(() => ring.seal(place, 'x'))).toMatch(/^(tampered|no-key)$/);
    }
    const elsewhere = openKeyring(masterKeys, {
      practiceKeys: [{ ...practiceKey, practiceId: OTHER_PRACTICE }],
      dataKeys: [{ ...row, practiceId: OTHER_PRACTICE }],
    });
    expect(codeOf(() => elsewhere.seal({ ...ref, practiceId: OTHER_PRACTICE }, 'x'))).toBe('tampered');
  });

  test('a new data key seals from then on, and what the old one sealed still opens', () => {
    const before = keyring.seal(ref, 'before');
    const newer = createDataKey(opened, {
      keyClass: 'partner.private',
      coupleId: COUPLE,
      partnerId: PARTNER,
      createdAt: new Date('2027-01-01T00:00:00Z'),
    });
    const both = openKeyring(masterKeys, { practiceKeys: [practiceKey], dataKeys: [newer, ...dataKeys] });
    const after = both.seal(ref, 'after');
    expect(both.open(ref, before)).toBe('before');
    expect(both.open(ref, after)).toBe('after');
    expect(codeOf(() => keyring.open(ref, after))).toBe('no-key');
  });

  test('the upper keys rotate by wrapping again, and no sealed text is rewritten', () => {
    const sealed = keyring.seal(ref, 'kept');
    const rotatedMaster = [{ id: 'm2', key: Buffer.alloc(32, 9) }, ...masterKeys];
    const rewrapped = rewrapPracticeKey(rotatedMaster, practiceKey);
    expect(rewrapped.masterKeyId).toBe('m2');
    const onlyNew = rotatedMaster.slice(0, 1);
    const afterMaster = openKeyring(onlyNew, { practiceKeys: [rewrapped], dataKeys });
    expect(afterMaster.open(ref, sealed)).toBe('kept');

    const nextPracticeKey = createPracticeKey(onlyNew, PRACTICE);
    const to = openPracticeKey(onlyNew, nextPracticeKey);
    const from = openPracticeKey(onlyNew, rewrapped);
    const moved = dataKeys.map((row) => rewrapDataKey(from, to, row));
    const afterPractice = openKeyring(onlyNew, { practiceKeys: [nextPracticeKey], dataKeys: moved });
    expect(afterPractice.open(ref, sealed)).toBe('kept');
  });

  test('a wrong or missing master key opens nothing', () => {
    const wrong = [{ id: 'm1', key: Buffer.alloc(32, 8) }];
    const fresh = chain();
    const rows = { practiceKeys: [fresh.practiceKey], dataKeys: fresh.dataKeys };
    expect(codeOf(() => openKeyring(wrong, rows).seal(ref, 'x'))).toBe('tampered');
    expect(codeOf(() => openKeyring([], rows).seal(ref, 'x'))).toBe('no-key');
  });
});
