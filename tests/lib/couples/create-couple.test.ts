import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { addPartner } from '@/lib/couples/add-partner';
import { changeContact } from '@/lib/couples/change-contact';
import { createCouple } from '@/lib/couples/create-couple';
import { readFrame } from '@/lib/goals/read-frame';
import { readContacts } from '@/lib/couples/read-contacts';
import { readCouple } from '@/lib/couples/read-couple';
import { readNewCouple } from '@/lib/couples/read-new-couple';
import { type CreateCoupleInput, createCoupleInput, SAME_EMAIL } from '@/lib/couples/schema';
import { nested } from '@/lib/form-input';
import { useDatabase } from '../../support/database';
import { makePractice, makeStaff } from '../../support/people';

const database = useDatabase();

async function practiceWithTherapist() {
  const practice = await makePractice(database.owner);
  return { practice, therapist: await makeStaff(database.owner, practice) };
}

const typed = (over: Record<string, string | string[]> = {}) => ({
  'partners.0.name': 'Ada Example',
  'partners.0.email': `${randomUUID()}@partner.example`,
  'partners.0.phone': '+1 555 0101',
  'partners.0.contactInstruction': 'Text, weekdays 9-12',
  'partners.0.emergencyContact': 'Ida Anyone, a sister',
  'partners.0.words': 'she, Ada',
  'partners.1.name': '',
  'partners.1.email': '',
  'partners.1.words': '',
  goals: 'Closeness without pressure',
  policy: 'limitedSecrets',
  timeZone: 'Europe/Berlin',
  ...over,
});
const both = (over: Record<string, string | string[]> = {}) =>
  typed({ 'partners.1.name': 'Bo Sample', 'partners.1.email': `${randomUUID()}@partner.example`, ...over });

const input = (form: Record<string, string | string[]>): CreateCoupleInput => createCoupleInput.parse(nested(form));
const faults = (form: Record<string, string | string[]>) =>
  createCoupleInput.safeParse(nested(form)).error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? [];

const refusal = { name: 'Refusal' };
const missing = { name: 'NotFound' };

describe('making a couple', () => {
  test('one partner is enough to begin (rule 14)', async () => {
    const { therapist } = await practiceWithTherapist();
    const { coupleId } = await asActor(therapist.token, (tx) => createCouple(tx, input(typed())));
    const couple = await asActor(therapist.token, (tx) => readCouple(tx, coupleId));
    expect(couple).toMatchObject({ label: 'A.E.', status: 'invited', timeZone: 'Europe/Berlin' });
    expect(couple.policy.policy).toBe('limitedSecrets');
    expect(couple.partners).toHaveLength(1);
  });

  test('whoever makes it is its primary therapist, and each record has its key', async () => {
    const { therapist } = await practiceWithTherapist();
    const { coupleId } = await asActor(therapist.token, (tx) => createCouple(tx, input(both())));
    const couple = await asActor(therapist.token, (tx) => readCouple(tx, coupleId));
    expect(couple.label).toBe('A.E. & B.S.');
    expect(couple.careTeam).toEqual([
      expect.objectContaining({ staffMemberId: therapist.staffMemberId, part: 'primary' }),
    ]);
    const { rows } = await database.owner.query(
      'select key_class, count(*)::int as count from data_keys where couple_id = $1 group by key_class order by key_class',
      [coupleId],
    );
    expect(rows).toEqual([
      { key_class: 'couple.record', count: 1 },
      { key_class: 'couple.shared', count: 1 },
      { key_class: 'partner.private', count: 2 },
      { key_class: 'partner.record', count: 2 },
    ]);
  });

  test('the same e-mail twice is refused with the reason, whatever its capitals', () => {
    expect(faults(both({ 'partners.0.email': 'ada@example.test', 'partners.1.email': ' ADA@Example.test ' }))).toEqual([
      ['partners.1.email', SAME_EMAIL],
    ]);
  });

  test('a second partner who was begun is not quietly dropped', () => {
    expect(faults(typed({ 'partners.1.words': 'they' })).map(([field]) => field)).toEqual([
      'partners.1.name',
      'partners.1.email',
    ]);
  });

  test('an e-mail of someone who works there is refused with the reason by its field, and nothing is kept', async () => {
    const { practice, therapist } = await practiceWithTherapist();
    const colleague = await makeStaff(database.owner, practice, ['scheduler']);
    const made = asActor(therapist.token, (tx) =>
      createCouple(tx, input(both({ 'partners.1.email': colleague.email.toUpperCase() }))),
    );
    await expect(made).rejects.toMatchObject({
      ...refusal,
      fields: { 'partners.1.email': expect.stringContaining('works here') },
    });
    const { rows } = await database.owner.query('select id from couples where practice_id = $1', [practice.practiceId]);
    expect(rows).toEqual([]);
  });

  test('several reasons may hold, and none has to', () => {
    expect(input(typed({ reasons: ['medical', 'timePoor', 'medical'] })).reasons).toEqual(['medical', 'timePoor']);
    expect(input(typed({ reasons: 'loss' })).reasons).toEqual(['loss']);
    expect(input(typed()).reasons).toEqual([]);
  });

  test('goals, words and emergency contact lie sealed, and the care team reads them', async () => {
    const { therapist } = await practiceWithTherapist();
    const { coupleId } = await asActor(therapist.token, (tx) => createCouple(tx, input(typed())));
    const { rows } = await database.owner.query<{ text: string }>(
      `select encode(v.words || i.words || emergency_contact, 'escape') as text
         from goal_versions v join partner_intakes i using (couple_id) where couple_id = $1`,
      [coupleId],
    );
    expect(rows).toHaveLength(1);
    for (const text of ['Closeness', 'Ada', 'sister']) expect(rows[0]?.text).not.toContain(text);
    const read = await asActor(therapist.token, (tx) => readContacts(tx, coupleId));
    const { goals } = await asActor(therapist.token, (tx) => readFrame(tx, coupleId));
    expect(goals.map(({ words }) => words)).toEqual(['Closeness without pressure']);
    expect(read.people[0]).toMatchObject({ words: 'she, Ada', emergencyContact: 'Ida Anyone, a sister' });
  });

  test('who is no therapist can make none', async () => {
    const { practice } = await practiceWithTherapist();
    for (const role of ['practiceAdmin', 'scheduler', 'supervisor'] as const) {
      const other = await makeStaff(database.owner, practice, [role]);
      await expect(asActor(other.token, (tx) => createCouple(tx, input(typed())))).rejects.toMatchObject(missing);
      await expect(asActor(other.token, readNewCouple)).rejects.toMatchObject(missing);
    }
  });
});

describe('a couple is open to its care team alone', () => {
  test('a therapist outside it, an admin and a scheduler get not found, as for a couple that is not there', async () => {
    const { practice, therapist } = await practiceWithTherapist();
    const { coupleId } = await asActor(therapist.token, (tx) => createCouple(tx, input(both())));
    for (const role of ['therapist', 'practiceAdmin', 'scheduler'] as const) {
      const other = await makeStaff(database.owner, practice, [role]);
      for (const id of [coupleId, randomUUID(), 'nonsense', undefined])
        await expect(asActor(other.token, (tx) => readCouple(tx, id))).rejects.toMatchObject(missing);
    }
  });

  test('nobody outside it changes a contact or adds a partner', async () => {
    const { practice, therapist } = await practiceWithTherapist();
    const { coupleId } = await asActor(therapist.token, (tx) => createCouple(tx, input(typed())));
    const couple = await asActor(therapist.token, (tx) => readCouple(tx, coupleId));
    const other = await makeStaff(database.owner, practice);
    const contact = { name: 'X', phone: '', contactInstruction: '', emergencyContact: '', words: '' };
    const partnerId = couple.partners[0]!.id;
    await expect(
      asActor(other.token, (tx) => changeContact(tx, { coupleId, partnerId, ...contact })),
    ).rejects.toMatchObject(missing);
    const partner = { ...contact, email: 'x@partner.example' };
    await expect(asActor(other.token, (tx) => addPartner(tx, { coupleId, partner }))).rejects.toMatchObject(missing);
  });
});

describe('changing who is in it', () => {
  test('a second partner comes later with keys of their own; a third is refused', async () => {
    const { therapist } = await practiceWithTherapist();
    const { coupleId } = await asActor(therapist.token, (tx) => createCouple(tx, input(typed())));
    const partner = {
      name: 'Bo Sample',
      email: `${randomUUID()}@partner.example`,
      phone: '',
      contactInstruction: '',
      emergencyContact: '',
      words: 'he',
    };
    await asActor(therapist.token, (tx) => addPartner(tx, { coupleId, partner }));
    const read = await asActor(therapist.token, (tx) => readContacts(tx, coupleId));
    expect(read.couple.label).toBe('A.E. & B.S.');
    expect(read.people[1]).toMatchObject({ name: 'Bo Sample', words: 'he', place: 'second' });
    const third = { ...partner, email: `${randomUUID()}@partner.example` };
    await expect(asActor(therapist.token, (tx) => addPartner(tx, { coupleId, partner: third }))).rejects.toMatchObject(
      refusal,
    );
  });

  test('a second partner with the first one’s e-mail is refused with the reason', async () => {
    const { therapist } = await practiceWithTherapist();
    const form = typed();
    const { coupleId } = await asActor(therapist.token, (tx) => createCouple(tx, input(form)));
    const partner = {
      name: 'Bo Sample',
      email: form['partners.0.email'],
      phone: '',
      contactInstruction: '',
      emergencyContact: '',
      words: '',
    };
    await expect(asActor(therapist.token, (tx) => addPartner(tx, { coupleId, partner }))).rejects.toMatchObject({
      ...refusal,
      fields: { 'partner.email': SAME_EMAIL },
    });
  });

  test('a changed name changes the label, and never the e-mail that is the sign-in', async () => {
    const { therapist } = await practiceWithTherapist();
    const form = both();
    const { coupleId } = await asActor(therapist.token, (tx) => createCouple(tx, input(form)));
    const before = await asActor(therapist.token, (tx) => readContacts(tx, coupleId));
    const contact = {
      name: 'Ada Renamed',
      phone: '',
      contactInstruction: 'Letters only',
    };
    await asActor(therapist.token, (tx) =>
      changeContact(tx, { coupleId, partnerId: before.people[0]!.id, ...contact }),
    );
    const after = await asActor(therapist.token, (tx) => readContacts(tx, coupleId));
    expect(after.couple.label).toBe('A.R. & B.S.');
    expect(after.people[0]).toMatchObject({ ...contact, email: form['partners.0.email'] });
    expect(after.people[1]).toEqual({ ...before.people[1], formKeys: expect.anything() });
  });
});
