// The hash of a signed note, and of what stands under it, has to verify for as long as the note is kept: these values never change.
import { expect, test } from 'vitest';
import { type Attestation, attestationHash } from '@/lib/signing/attestation';
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
  formatVersion: 1,
  signedAs: 'Tess Example, LMFT',
  signedAt: new Date('2026-11-24T15:02:03.004Z'),
  signedZone: 'America/New_York',
  needsApproval: true,
  needsCoSignature: false,
  coSignerId: null,
};
const random = Buffer.alloc(32, 7).toString('base64');
const opened = JSON.stringify({
  sections: { data: 'Line one\nLine two é 👪', assessment: '', plan: '- next' },
  random,
});
const added: Attestation = {
  of: 'addendum',
  id: id(7),
  practiceId: id(2),
  coupleId: id(3),
  noteId: id(1),
  authorId: id(8),
  kind: 'lateEntry',
  signedAs: 'Cole Example, LMFT',
  at: new Date('2026-11-25T09:00:00.000Z'),
  zone: 'America/New_York',
  noteHash: Buffer.alloc(32, 9),
};

test('the golden hashes of a signed note and of an addendum verify', () => {
  expect(signedHash(note, opened).toString('hex')).toBe(
    '31152d25dd146ae14277947a2f7f9f1545d57e92321027d2ef40fab288c0e3e4',
  );
  expect(attestationHash(added, opened).toString('hex')).toBe(
    'a0c2874314e7d90b944c600ba1309a1252dfb20d98405f5f11370d2a1d810478',
  );
});

test('every part of a signed note changes its hash', () => {
  const golden = signedHash(note, opened).toString('hex');
  const others = [
    signedHash({ ...note, signedAs: 'Tess Example' }, opened),
    signedHash({ ...note, signedAt: new Date('2026-11-24T15:02:03.005Z') }, opened),
    signedHash({ ...note, sessionId: id(9) }, opened),
    signedHash({ ...note, formatVersion: 2 }, opened),
    signedHash({ ...note, partnerId: id(9) }, opened),
    signedHash({ ...note, signedZone: 'UTC' }, opened),
    // What it still waits for can't be lifted from it.
    signedHash({ ...note, needsApproval: false }, opened),
    signedHash({ ...note, needsCoSignature: true }, opened),
    signedHash({ ...note, coSignerId: id(9) }, opened),
    signedHash(note, opened.replace(random, Buffer.alloc(32, 8).toString('base64'))),
    // Moving a character from one section to the next is another text.
    signedHash(note, opened.replace('"assessment":"","plan":"- next"', '"assessment":"-","plan":" next"')),
  ];
  expect(new Set([golden, ...others.map((one) => one.toString('hex'))]).size).toBe(others.length + 1);
});

test('every part of what stands under a note changes its hash', () => {
  const changes: Partial<Attestation>[] = [
    { of: 'review' },
    { kind: 'enteredInError' },
    { signedAs: 'Tess Example, LMFT' },
    { at: new Date(0) },
    { zone: 'UTC' },
    { noteHash: Buffer.alloc(32, 8) },
    { authorId: id(9) },
  ];
  const hashes = [{}, ...changes].map((change) => attestationHash({ ...added, ...change }, opened).toString('hex'));
  expect(new Set([...hashes, attestationHash(added).toString('hex')]).size).toBe(changes.length + 2);
});
