// What a couple and each partner bring with them: sealed, for the care team, and safe from two who write at once.
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { Refusal } from '@/lib/errors';
import { changeCoupleIntake, changePartnerIntake } from '@/lib/intakes/change-intake';
import { readIntake } from '@/lib/intakes/read-intake';
import { coupleIntakeInput, partnerIntakeInput } from '@/lib/intakes/schema';
import { useDatabase } from '@/tests/support/database';
import { makeCouple, makePractice, makeStaff } from '@/tests/support/people';

const database = useDatabase();

async function begin() {
  const practice = await makePractice(database.owner);
  const therapist = await makeStaff(database.owner, practice);
  const couple = await makeCouple(database.owner, practice, therapist);
  const outsider = await makeStaff(database.owner, practice);
  const read = (token = therapist.token) => asActor(token, (tx) => readIntake(tx, couple.coupleId));
  const both = (sent: Record<string, unknown>, token = therapist.token) =>
    asActor(token, (tx) => changeCoupleIntake(tx, coupleIntakeInput.parse({ coupleId: couple.coupleId, ...sent })));
  const one = (sent: Record<string, unknown>, token = therapist.token) =>
    asActor(token, (tx) =>
      changePartnerIntake(
        tx,
        partnerIntakeInput.parse({ coupleId: couple.coupleId, partnerId: couple.first.partnerId, ...sent }),
      ),
    );
  return { therapist, outsider, couple, read, both, one };
}

async function refusalOf(doing: Promise<unknown>): Promise<Refusal> {
  const caught: unknown = await doing.then(
    () => null,
    (error: unknown) => error,
  );
  expect(caught).toBeInstanceOf(Refusal);
  return caught as Refusal;
}

describe('the intake of a couple', () => {
  test('reasons are kept', async () => {
    const { read, both } = await begin();
    await both({ version: '1', reasons: ['loss', 'medical'] });
    expect((await read()).intake).toEqual({ version: 2, reasons: ['loss', 'medical'] });
  });

  test('what a person brings is in that person’s own record, and the other’s stays as it was', async () => {
    const { couple, read, one } = await begin();
    const told = { brought: 'Tired since spring', history: 'Surgery', medicines: 'One a day', earlierTherapy: 'None' };
    await one({ version: '0', words: 'she', emergencyContact: 'A sister', ...told });
    const { people } = await read();
    expect(people[0]!.intake).toEqual({ version: 1, words: 'she', emergencyContact: 'A sister', ...told });
    expect(people[1]!.intake).toMatchObject({ version: 0, words: '', brought: '' });
    const kept = await database.owner.query<{ text: string }>(
      `select encode(words || background || emergency_contact, 'escape') as text from partner_intakes where couple_id = $1`,
      [couple.coupleId],
    );
    for (const text of ['Tired', 'Surgery', 'sister']) expect(kept.rows[0]!.text).not.toContain(text);
    const audited = await database.owner.query(
      `select act, concerns_partner_id from audit_events where couple_id = $1 and record_kind = 'partnerIntake' order by at`,
      [couple.coupleId],
    );
    expect(audited.rows).toContainEqual({ act: 'changed', concerns_partner_id: couple.first.partnerId });
    expect(audited.rows).toContainEqual({ act: 'opened', concerns_partner_id: couple.second.partnerId });
  });

  test('two who write at once lose nothing: the later one is shown both, and chooses', async () => {
    const { read, one } = await begin();
    await one({ version: '0', history: 'Begun' });
    await one({ version: '1', history: 'From one tab' });
    const refused = await refusalOf(one({ version: '1', history: 'From the other tab' }));
    expect(refused.fields.history).toBe('Saved in the meantime: From one tab');
    expect(refused.fields).not.toHaveProperty('medicines');
    expect((await read()).people[0]!.intake.history).toBe('From one tab');
    const seen = /\d+/.exec(refused.fields.seen!)![0];
    await one({ version: '1', seen, history: 'Both together' });
    expect((await read()).people[0]!.intake.history).toBe('Both together');
  });

  test('a choice made on what was shown does not replace what came after it', async () => {
    const { read, both } = await begin();
    await both({ version: '1', reasons: ['loss'] });
    await both({ version: '2', reasons: ['trauma'] });
    const refused = await refusalOf(both({ version: '1', seen: '2', reasons: ['medical'] }));
    expect(refused.fields.reasons).toBe('Saved in the meantime: Something that happened to one of them');
    expect((await read()).intake.reasons).toEqual(['trauma']);
  });

  test('each agreement stands with its date and policy, beside the policy in force', async () => {
    const { couple, read } = await begin();
    // As for someone whose account was closed while the policy changed: nobody else may get here without having agreed.
    await database.owner.query(
      `begin; set local session_replication_role = replica;
       insert into confidentiality_policies (practice_id, couple_id, policy, set_by, set_at)
       select practice_id, couple_id, 'noSecrets', set_by, auth.now() + interval '1 second' from confidentiality_policies where couple_id = '${couple.coupleId}';
       commit`,
    );
    const { people, policies } = await read();
    expect(policies.map(({ policy }) => policy)).toEqual(['noSecrets', 'limitedSecrets']);
    expect(people[0]!.agreements).toEqual([
      expect.objectContaining({ policy: 'limitedSecrets', on: expect.stringMatching(/20\d\d/) }),
    ]);
  });

  test('nobody outside the care team reads or changes it', async () => {
    const { outsider, couple, read, both, one } = await begin();
    for (const token of [outsider.token, couple.first.token]) {
      await expect(read(token)).rejects.toMatchObject({ name: 'NotFound' });
      await expect(both({ version: '1' }, token)).rejects.toMatchObject({ name: 'NotFound' });
      await expect(one({ version: '0', words: 'x' }, token)).rejects.toMatchObject({ name: 'NotFound' });
    }
    await expect(one({ version: '0', partnerId: randomUUID() })).rejects.toMatchObject({ name: 'NotFound' });
  });
});
