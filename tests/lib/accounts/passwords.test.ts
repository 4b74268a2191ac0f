import { performance } from 'node:perf_hooks';
import { describe, expect, test } from 'vitest';
import { hashPassword, verifyPassword } from '@/lib/accounts/password-hash';
import { whyNotPassword } from '@/lib/accounts/password-rules';

describe('password rules', () => {
  test.each([
    ['fourteen chars', 'staff', /at least 15/],
    ['eleven char', 'partner', /at least 12/],
    ['x'.repeat(201), 'staff', /at most 200/],
    ['iloveyou123456', 'partner', /lists/],
    ['Password 12345', 'partner', /lists/],
    ['abcabcabcabc', 'partner', /repeat/],
    ['aaaaaaaaaaaaaaaaaa', 'staff', /repeat/],
    ['1234567890abcdefgh', 'staff', /row of keys/],
    ['poiuytrewqlkjhgfdsa', 'staff', /row of keys/],
    ['Ada-Example-2026', 'staff', /name or a word/],
    ['hearth hearth 2026', 'staff', /name or a word/],
    ['ada.lovely1990', 'partner', /name or a word/],
    ['half a pair \ud800 of something', 'staff', /can’t be used/],
  ] as const)('%s is refused for %s', (password, kind, reason) => {
    expect(whyNotPassword(password, kind, ['Ada Example', 'ada.lovely@example.test'])).toMatch(reason);
  });

  test.each([
    ['slow rivers and warm bread', 'staff'],
    ['ünïcödé wörds here', 'staff'],
    ['nine copper lamps', 'partner'],
    ['8392017465839', 'partner'],
    ['tulip-anvil-quartz for Ada', 'staff'],
    ['漢字かな交じり文の長い合言葉です', 'staff'],
    ['🌧️🚲🥖🪜🧦🫖📎🪁🧵🪴🛶🪕', 'partner'],
  ] as const)('%s is accepted for %s, without rules of composition', (password, kind) => {
    expect(whyNotPassword(password, kind, ['Ada Example', 'ada.lovely@example.test'])).toBeNull();
  });

  test('fifteen characters are enough for staff and twelve for a partner, one less is not, and two hundred may be', () => {
    const words = 'tulip anvil quartz brook lamp '.repeat(10);
    for (const [kind, least] of [
      ['staff', 15],
      ['partner', 12],
    ] as const) {
      expect(whyNotPassword(words.slice(0, least), kind)).toBeNull();
      expect(whyNotPassword(words.slice(0, least - 1), kind)).toMatch(`at least ${least}`);
      for (const length of [64, 128, 200]) expect(whyNotPassword(words.slice(0, length), kind)).toBeNull();
      expect(whyNotPassword(words.slice(0, 201), kind)).toMatch('at most 200');
    }
  });
});

describe('password hashes', () => {
  test('are argon2id with 46 MiB, one pass, one lane, and a salt of their own', async () => {
    const [one, two] = await Promise.all([hashPassword('nine copper lamps'), hashPassword('nine copper lamps')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
    expect(one).not.toBe(two);
    expect(await verifyPassword(one, 'nine copper lamps')).toBe(true);
    expect(await verifyPassword(one, 'nine copper lamp')).toBe(false);
    expect(await verifyPassword(one, '')).toBe(false);
  });

  test('know a password as it was typed: no space is cut off, no capital changed, no end forgotten', async () => {
    const typed = `Nine Copper Lamps ${'and tea '.repeat(20)}x `;
    const stored = await hashPassword(typed);
    expect(await verifyPassword(stored, typed)).toBe(true);
    for (const other of [
      typed.trim(),
      ` ${typed}`,
      typed.toLowerCase(),
      typed.slice(0, 72),
      typed.slice(0, -2),
      `${typed}.`,
    ])
      expect(await verifyPassword(stored, other), other).toBe(false);
  });

  test('know a password typed on another keyboard', async () => {
    const composed = 'café na\u00efve lamps';
    const stored = await hashPassword(composed.normalize('NFC'));
    expect(await verifyPassword(stored, composed.normalize('NFD'))).toBe(true);
  });

  test('an unknown account costs the same work as a known one, and is never right', async () => {
    const stored = await hashPassword('nine copper lamps');
    const time = async (hash: string | null) => {
      const from = performance.now();
      expect(await verifyPassword(hash, 'not the password')).toBe(false);
      return performance.now() - from;
    };
    // In turns, so that a busy machine slows both alike.
    const [knowns, unknowns]: [number[], number[]] = [[], []];
    for (let n = 0; n < 15; n += 1) {
      knowns.push(await time(stored));
      unknowns.push(await time(null));
    }
    const median = (taken: number[]) => taken.sort((one, other) => one - other)[7] ?? 0;
    const [known, unknown] = [median(knowns), median(unknowns)];
    // A skipped check would take less than a hundredth; equal medians are measured by the deep tests.
    expect(unknown / known).toBeGreaterThan(0.3);
    expect(unknown / known).toBeLessThan(3);
  }, 60_000);
});
