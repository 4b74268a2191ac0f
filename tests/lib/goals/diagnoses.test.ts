// A diagnosis is one person's: by number and title, from a day to a day, with who gave it; and it never leaves that person's record.
import { beforeAll, describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { endDiagnosis } from '@/lib/diagnoses/end-diagnosis';
import { giveDiagnosis } from '@/lib/diagnoses/give-diagnosis';
import { ICD_GROUPS, titleOf } from '@/lib/diagnoses/icd-10-cm';
import { endDiagnosisInput, giveDiagnosisInput } from '@/lib/diagnoses/schema';
import { readFrame, readFrameToPrint } from '@/lib/goals/read-frame';
import { readNotePage } from '@/lib/session-notes/read-note';
import { readRoom } from '@/lib/room/read-room';
import { useDatabase } from '../../support/database';
import { makeStaff } from '../../support/people';
import { hand, makeWriting, type Writing } from '../session-notes/writing';

const database = useDatabase();
let at: Writing;
beforeAll(async () => {
  at = await makeWriting(database.owner);
});

const give = (code: string, more: Record<string, unknown> = {}, token = at.therapist.token) => {
  const { coupleId, first } = at.couple;
  const sent = { coupleId, partnerId: first.partnerId, code, from: '2026-01-05', ...more };
  return asActor(token, (tx) => giveDiagnosis(tx, giveDiagnosisInput.parse(sent)));
};
const end = (diagnosisId: string, how: 'ended' | 'inError', on: string) =>
  asActor(at.therapist.token, (tx) =>
    endDiagnosis(tx, endDiagnosisInput.parse({ coupleId: at.couple.coupleId, diagnosisId, how, on })),
  );
const frame = () => asActor(at.therapist.token, (tx) => readFrame(tx, at.couple.coupleId));
const given = async (code: string) => (await frame()).people[0]!.diagnoses.find((one) => one.code === code)!;

describe('a diagnosis', () => {
  test('is given by number with the title and year of the list, and stands with who gave it', async () => {
    await give('F52.22');
    expect(await given('F52.22')).toMatchObject({
      title: 'Female sexual arousal disorder',
      edition: 'ICD-10-CM 2026',
      from: '2026-01-05',
      to: null,
      said: [{ kind: 'given', by: 'Tess Example' }],
    });
    expect((await frame()).people[1]!.diagnoses).toEqual([]);
  });

  test('may be one that is not listed, typed with its title; a header or an invention is refused', async () => {
    await give('other', { otherCode: 'n94.818', otherTitle: 'Other vulvodynia' });
    expect(await given('N94.818')).toMatchObject({ title: 'Other vulvodynia', edition: 'ICD-10-CM' });
    await expect(give('F52')).rejects.toMatchObject({ name: 'Refusal' });
    for (const otherCode of ['', 'arousal', 'F52.', '302.72'])
      expect(
        giveDiagnosisInput.safeParse({
          coupleId: at.couple.coupleId,
          partnerId: at.couple.first.partnerId,
          code: 'other',
          otherCode,
          otherTitle: 'x',
          from: '2026-01-05',
        }).success,
      ).toBe(false);
  });

  test('ends on a day, or is marked as entered in error, and stays readable with who said so', async () => {
    await give('F41.1');
    const { id } = await given('F41.1');
    await expect(end(id, 'ended', '2025-12-31')).rejects.toMatchObject({ name: 'Refusal' });
    await end(id, 'ended', '2026-02-01');
    await end(id, 'ended', '2026-03-01');
    expect(await given('F41.1')).toMatchObject({ from: '2026-01-05', to: '2026-02-01', isInError: false });
    await end(id, 'inError', '2026-03-02');
    expect((await given('F41.1')).said.map(({ kind }) => kind)).toEqual(['given', 'ended', 'inError']);
  });

  test('lies sealed in that person’s record', async () => {
    const { rows } = await database.owner.query<{ text: string; key_class: string; partner_id: string }>(
      `select encode(d.code, 'escape') as text, k.key_class, k.partner_id from diagnoses d
         join data_keys k on k.id = encode(substring(d.code from 2 for 16), 'hex')::uuid where d.code is not null and d.couple_id = $1`,
      [at.couple.coupleId],
    );
    expect(rows.length).toBeGreaterThan(2);
    for (const { text, key_class, partner_id } of rows) {
      expect(text).not.toMatch(/F52\.22|F41\.1|vulvodynia|arousal/);
      expect([key_class, partner_id]).toEqual(['partner.record', at.couple.first.partnerId]);
    }
  });

  test('enters no joint note, no room view, and no paper of the other or of both', async () => {
    const { coupleId, first, second } = at.couple;
    const tess = hand(at.therapist, at.couple);
    const noteId = await tess.begin();
    const as = <T>(work: Parameters<typeof asActor<T>>[1]) => asActor(at.therapist.token, work);
    const seen = [
      await as((tx) => readNotePage(tx, { coupleId, noteId }, undefined)),
      await as((tx) => readRoom(tx, coupleId, {})),
      await as((tx) => readFrameToPrint(tx, { coupleId })),
      await as((tx) => readFrameToPrint(tx, { coupleId, partnerId: second.partnerId })),
    ];
    for (const one of seen) expect(JSON.stringify(one)).not.toMatch(/F52\.22|arousal/);
    const own = await as((tx) => readFrameToPrint(tx, { coupleId, partnerId: first.partnerId }));
    expect(JSON.stringify(own)).toMatch(/F52\.22/);
  });

  test('is given by nobody outside the care team, and to nobody who is not of the couple', async () => {
    const outsider = await makeStaff(database.owner, at.practice, ['therapist', 'practiceAdmin', 'supervisor']);
    await expect(give('F52.0', {}, outsider.token)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(give('F52.0', {}, at.couple.first.token)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(give('F52.0', { partnerId: at.practice.practiceId })).rejects.toMatchObject({ name: 'NotFound' });
  });
});

test('the list holds the F52 family by number and title, no header, and no number twice', () => {
  const codes = ICD_GROUPS.flatMap((group) => group.codes.map(({ code }) => code));
  expect(codes.filter((code) => code.startsWith('F52'))).toEqual([
    'F52.0',
    'F52.1',
    'F52.21',
    'F52.22',
    'F52.31',
    'F52.32',
    'F52.4',
    'F52.5',
    'F52.6',
    'F52.8',
    'F52.9',
  ]);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) expect(code).toMatch(/^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/);
  expect(titleOf('F52.2')).toBeUndefined();
});
