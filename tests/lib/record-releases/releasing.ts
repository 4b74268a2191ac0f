// A couple with something of each in every field, and the acts of a therapist who releases the first partner's record.
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { type ActorTx, asActor } from '@/db/access/as-actor';
import { keepContactNote } from '@/lib/contact-notes/write-contact-note';
import { intakeRef, planRef } from '@/lib/couples/sealed-places';
import { dayAfter } from '@/lib/format/dates';
import { privateRef } from '@/lib/plan/sealed-places';
import { decideNote, readNoteToDecide } from '@/lib/record-releases/decide-note';
import { disclose } from '@/lib/record-releases/disclose';
import { documentText } from '@/lib/record-releases/document';
import { authorizeRelease, makeRelease } from '@/lib/record-releases/make-release';
import { readDisclosed, readDocumentToRead, readRelease, readReleases } from '@/lib/record-releases/read-releases';
import { decideNoteInput, makeReleaseInput } from '@/lib/record-releases/schema';
import { keyringFor } from '@/lib/sealed/keyring-for';
import type { SealedRef } from '@/lib/sealed/format';
import { makeAssignment } from '../../support/people';
import { hand, makeWriting, PASSWORD, type Writing } from '../session-notes/writing';

export const ALL_KINDS = ['intake', 'individualNotes', 'jointNotes', 'contactNotes', 'checkIns', 'consents'];
/** Begins every word that only the other's rows have. */
export const CANARY = 'canary';

export type Releasing = Writing & { today: string; jointId: string; ownId: string };

export async function makeReleasing(owner: pg.Pool): Promise<Releasing> {
  const at = await makeWriting(owner);
  const { first, second, coupleId } = at.couple;
  await owner.query(
    `update partners set name = 'Bo Sample', phone = '+1 (212) 555-0199', contact_instruction = 'canary-instruction', email = 'canary-mail@partner.example'
      where id = $1`,
    [second.partnerId],
  );
  const pen = hand(at.therapist, at.couple);
  const write = async (partnerId: string | null, data: string, added?: string) => {
    const noteId = await pen.begin(partnerId);
    await pen.save(noteId, 1, { data, plan: '' });
    await pen.sign(noteId, 2);
    if (added) await pen.add(noteId, added);
    return noteId;
  };
  const ownId = await write(
    first.partnerId,
    'own-note: Ada says that Bo never listens. BO is tired. Call 212.555.0199.',
  );
  await write(second.partnerId, 'canary-individual-note', 'canary-addendum');
  const jointId = await write(
    null,
    'joint-first sentence. Bo told of canary-confidence. Then joint-last sentence.',
    'joint-addendum; reached at canary-mail@partner.example.',
  );
  const draft = await pen.begin();
  await pen.save(draft, 1, { data: 'canary-draft' });
  await seedGiven(owner, at, first.partnerId, 'own');
  await seedGiven(owner, at, second.partnerId, CANARY);
  const { rows } = await owner.query<{ today: string }>(
    `select (auth.now() at time zone 'America/New_York')::date::text as today`,
  );
  for (const [partnerId, words] of [
    [first.partnerId, 'own-contact about Bo Sample'],
    [second.partnerId, 'canary-contact'],
  ] as const)
    await pen.as((tx) =>
      keepContactNote(tx, { coupleId, partnerId, kind: 'call', on: '2026-01-09', outcome: 'reached', words } as never),
    );
  return { ...at, today: rows[0]!.today, jointId, ownId };
}

/** A check-in, an answer, a reflection, an intake and a plan of one partner, whose every text begins with this word. */
async function seedGiven(owner: pg.Pool, at: Writing, partnerId: string, word: string) {
  const { practiceId } = at.practice;
  const { coupleId } = at.couple;
  const assignmentId = await makeAssignment(owner, at.practice, at.couple, at.therapist, 'S01');
  const sealed = (ref: SealedRef, text: string) =>
    asActor(at.therapist.token, async (tx) => (await keyringFor(tx, [coupleId])).seal(ref, text));
  const own = { practice_id: practiceId, couple_id: coupleId, partner_id: partnerId };
  const add = async (table: string, row: Record<string, unknown>) => {
    const all = { ...own, ...row };
    const names = Object.keys(all);
    await owner.query(
      `insert into ${table} (${names.map((name) => `"${name}"`).join(', ')}) values (${names.map((_, n) => `$${n + 1}`).join(', ')})`,
      Object.values(all),
    );
  };
  const texts = (name: string) => JSON.stringify({ reflection: `${word}-${name}` });
  const step = { assignment_id: assignmentId, unit: 'whole', policy: 'noSecrets' };
  for (const table of ['check_ins', 'consents'] as const) {
    const id = randomUUID();
    await add(table, {
      id,
      ...step,
      answers: JSON.stringify({ done: `${word}-choice` }),
      ...(table === 'check_ins' ? { on: '2026-01-10', comfort: 6 } : {}),
      texts: await sealed(privateRef(practiceId, partnerId, table, id), texts(table)),
    });
  }
  const reflection = randomUUID();
  await add('reflections', {
    id: reflection,
    policy: 'noSecrets',
    text: await sealed(privateRef(practiceId, partnerId, 'reflections', reflection), `${word}-reflection`),
  });
  const background = JSON.stringify({ brought: `${word}-brought`, history: `${word}-history` });
  await add('partner_intakes', {
    words: await sealed(intakeRef(practiceId, partnerId, 'words'), `${word}-words`),
    emergency_contact: await sealed(intakeRef(practiceId, partnerId, 'emergency_contact'), 'canary-emergency'),
    background: await sealed(intakeRef(practiceId, partnerId, 'background'), background),
  });
  const plan = randomUUID();
  await add('meetings_alone', {
    id: plan,
    met_on: '2026-01-02',
    was_alone: 'yes',
    outcome: 'jointWork',
    recorded_by: at.therapist.staffMemberId,
    plan: await sealed(planRef(practiceId, partnerId, plan), 'canary-plan'),
  });
}

export function releaser(at: Releasing, token = at.therapist.token) {
  const { coupleId, first, second } = at.couple;
  const as = <T>(work: (tx: ActorTx) => Promise<T>) => asActor(token, work);
  const ids = (releaseId: string) => ({ coupleId, partnerId: first.partnerId, releaseId });
  const authorize = (releaseId: string, signerId: string, kind: 'signed' | 'revoked', on = at.today) =>
    as((tx) => authorizeRelease(tx, { ...ids(releaseId), signerId, kind, on }));
  const toRead = (releaseId: string) => as((tx) => readDocumentToRead(tx, ids(releaseId)));
  return {
    as,
    ids,
    async make(typed: Record<string, unknown> = {}): Promise<string> {
      const input = makeReleaseInput.parse({
        coupleId,
        partnerId: first.partnerId,
        askedBy: 'person',
        kinds: ALL_KINDS,
        recipientName: 'Dr. Nobody Sample',
        recipientAddress: '9 Invented Road',
        purpose: 'Further treatment',
        untilOn: dayAfter(at.today, 30),
        ...typed,
      });
      return (await as((tx) => makeRelease(tx, input))).releaseId;
    },
    ownSigns: (releaseId: string, on?: string) => authorize(releaseId, first.partnerId, 'signed', on),
    otherSigns: (releaseId: string) => authorize(releaseId, second.partnerId, 'signed'),
    ownRevokes: (releaseId: string) => authorize(releaseId, first.partnerId, 'revoked'),
    otherRevokes: (releaseId: string) => authorize(releaseId, second.partnerId, 'revoked'),
    decide: (releaseId: string, typed: Record<string, unknown>) =>
      as((tx) => decideNote(tx, decideNoteInput.parse({ ...ids(releaseId), noteId: at.jointId, ...typed }))),
    passages: async (releaseId: string) =>
      (await as((tx) => readNoteToDecide(tx, { ...ids(releaseId), noteId: at.jointId }))).passages,
    toRead,
    text: async (releaseId: string) => documentText((await toRead(releaseId)).document),
    async letOut(releaseId: string, typed: { password?: string; readHash?: string } = {}) {
      const readHash = typed.readHash ?? (await toRead(releaseId)).hash;
      return as((tx) => disclose(tx, { ...ids(releaseId), readHash, password: typed.password ?? PASSWORD }));
    },
    page: (releaseId: string) => as((tx) => readRelease(tx, ids(releaseId))),
    paper: (releaseId: string, disclosureId: string) =>
      as((tx) => readDisclosed(tx, { ...ids(releaseId), disclosureId })),
    person: (partnerId = first.partnerId) => as((tx) => readReleases(tx, { coupleId, partnerId })),
  };
}
