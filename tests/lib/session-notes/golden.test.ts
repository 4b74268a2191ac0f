// The hash of a signed note has to verify for as long as the note is kept: this value never changes.
import { expect, test } from 'vitest';
import { type Signed, signedHash } from '@/lib/session-notes/signed-hash';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const note: Signed = {
  id: id(1),
  practiceId: id(2),
  coupleId: id(3),
  sessionId: id(4),
  kind: 'individual',
  partnerId: id(5),
  authorId: id(6),
  format: 'DAP',
  signedAs: 'Tess Example, LMFT',
  signedAt: new Date('2026-11-24T15:02:03.004Z'),
};
const text = {
  sections: { data: 'Line one\nLine two é 👪', assessment: '', plan: '- next' },
  random: Buffer.alloc(32, 7).toString('base64'),
};

test('the golden hash of a signed note verifies', () => {
  expect(signedHash(note, text).toString('hex')).toBe(
    'e2802919d967e0ade67ce57b0d0f8b3889e0676cac8ce4dd0bfd4d4009365409',
  );
});

test('every part of a signed note changes its hash', () => {
  const golden = signedHash(note, text).toString('hex');
  const others = [
    signedHash({ ...note, signedAs: 'Tess Example' }, text),
    signedHash({ ...note, signedAt: new Date('2026-11-24T15:02:03.005Z') }, text),
    signedHash({ ...note, sessionId: id(9) }, text),
    signedHash({ ...note, partnerId: id(9) }, text),
    signedHash(note, { ...text, random: Buffer.alloc(32, 8).toString('base64') }),
    // Moving a character from one section to the next is another text.
    signedHash(note, { ...text, sections: { ...text.sections, assessment: '-', plan: ' next' } }),
  ];
  expect(new Set([golden, ...others.map((one) => one.toString('hex'))]).size).toBe(others.length + 1);
});
