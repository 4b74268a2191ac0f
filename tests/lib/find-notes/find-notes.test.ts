import { beforeAll, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { keepContactNote } from '@/lib/contact-notes/write-contact-note';
import { NotFound } from '@/lib/errors';
import { findNotes, type FoundNotes } from '@/lib/find-notes/find-notes';
import { readNotesToPrint, readNoteToPrint } from '@/lib/find-notes/read-to-print';
import { useFreshDatabase } from '../../support/database';
import { makeStaff, type StaffInTest } from '../../support/people';
import { hand, joinCareTeam, makeWriting, type Writing } from '../session-notes/writing';

const database = useFreshDatabase();
let at: Writing;
let colleague: StaffInTest;
let joint: string;
let alone: string;
let draft: string;
beforeAll(async () => {
  at = await makeWriting(database.owner);
  colleague = await joinCareTeam(database.owner, at);
  const pen = hand(at.therapist, at.couple);
  const { first, second } = at.couple;
  joint = await pen.begin();
  await pen.save(joint, 1, { data: 'They tried Écoute, the listening walk, twice.', plan: 'Go on (step 3).' });
  await pen.sign(joint, 2);
  await pen.add(joint, 'A call on the next day: the garden was too loud.');
  alone = await pen.begin(first.partnerId);
  await pen.save(alone, 1, { data: 'Walking alone in the garden helps; the listening walk did not.' });
  await pen.sign(alone, 2);
  const ofOther = await pen.begin(second.partnerId);
  await pen.save(ofOther, 1, { data: 'The garden again, and a walk.' });
  await pen.sign(ofOther, 2);
  draft = await pen.begin();
  await pen.save(draft, 1, { data: 'A draft about the garden.' });
  await pen.as((tx) =>
    keepContactNote(tx, {
      coupleId: at.couple.coupleId,
      partnerId: first.partnerId,
      kind: 'call',
      on: '2026-01-09',
      words: 'Asked about the garden.',
    } as Parameters<typeof keepContactNote>[1]),
  );
});

const find = (words: string, of = 'joint', who: StaffInTest = at.therapist): Promise<FoundNotes> =>
  asActor(who.token, (tx) => findNotes(tx, { coupleId: at.couple.coupleId, of, words }));
const marked = ({ shown }: FoundNotes) =>
  shown.flatMap(({ excerpts }) =>
    excerpts.flatMap(({ parts }) => parts.filter(({ isMarked }) => isMarked).map(({ text }) => text)),
  );
const kindsOf = ({ shown }: FoundNotes) => shown.map(({ kind }) => kind).toSorted();

test('red line: a joint record and one partner’s never meet in a list of what was found', async () => {
  const hrefs = async (of: string) => (await find('garden', of)).shown.map(({ href }) => href);
  const { first, second } = at.couple;
  const lists = [await hrefs('joint'), await hrefs(first.partnerId), await hrefs(second.partnerId)];
  expect(lists.map((list) => list.length)).toEqual([2, 2, 1]);
  expect(lists[0]).not.toContain(`/couples/${at.couple.coupleId}/notes/${alone}`);
  expect(lists.flat().filter((href, nth, all) => all.indexOf(href) !== nth)).toEqual([]);
  await expect(find('garden', at.couple.coupleId)).rejects.toThrow(NotFound);
});

test('words are found whatever their capitals and accents, by their beginning, and a phrase as it stands', async () => {
  expect(marked(await find('ecoute LISTEN'))).toEqual(['Écoute', 'listen']);
  expect((await find('“listening walk”')).total).toBe(1);
  expect((await find('"walk listening"')).total).toBe(0);
  expect((await find('isten')).total).toBe(0);
  expect((await find('walk (step')).total).toBe(1);
  expect((await find('" "')).total).toBe(0);
});

test('what was added to a note, and contacts of one partner, are found in the record they are in', async () => {
  expect(kindsOf(await find('garden'))).toEqual(['addendum', 'note']);
  expect(kindsOf(await find('garden', at.couple.first.partnerId))).toEqual(['contact', 'note']);
});

test('a draft is found by its author alone, and nothing by who is not of the care team', async () => {
  expect((await find('draft')).shown).toMatchObject([{ isSigned: false }]);
  expect((await find('draft', 'joint', colleague)).total).toBe(0);
  expect((await find('garden', 'joint', colleague)).total).toBe(1);
  const outside = await makeStaff(database.owner, at.practice);
  await expect(find('garden', 'joint', outside)).rejects.toThrow(NotFound);
});

test('a search is one opening of its kind in the audit, without a word of it', async () => {
  await find('garden', at.couple.second.partnerId);
  await find('walk', at.couple.second.partnerId);
  const { rows } = await database.owner.query(
    `select act, record_id, concerns_partner_id, to_json(e)::text as whole from audit_events e where record_kind = 'search' and record_id = $1`,
    [at.couple.second.partnerId],
  );
  expect(rows).toMatchObject([{ act: 'opened', concerns_partner_id: at.couple.second.partnerId }]);
  expect(rows[0].whole).not.toMatch(/garden|walk/);
});

test('a range of one record is printed signed notes alone, in their order; each is in the audit', async () => {
  const { coupleId, first } = at.couple;
  const print = (asked: Record<string, string>) =>
    asActor(at.therapist.token, (tx) => readNotesToPrint(tx, coupleId, asked));
  expect((await print({})).notes.map(({ id }) => id)).toEqual([joint]);
  expect((await print({ of: first.partnerId })).notes.map(({ id }) => id)).toEqual([alone]);
  expect((await print({ from: '2027-01-01' })).notes).toEqual([]);
  await expect(print({ from: '2026-02-31' })).rejects.toThrow(NotFound);
  const { rows } = await database.owner.query(
    `select record_id from audit_events where act = 'printed' order by at, record_id`,
  );
  expect(new Set(rows.map((row) => row.record_id))).toEqual(new Set([joint, alone]));
});

test('a print has whose it is, what was added and the whole hash; a draft only its author prints', async () => {
  const { coupleId } = at.couple;
  const print = (noteId: string, who = at.therapist) =>
    asActor(who.token, (tx) => readNoteToPrint(tx, { coupleId, noteId }));
  const { note } = await print(joint, colleague);
  expect(note.signature).toMatchObject({ isIntact: true, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(note.signing.addenda).toMatchObject([{ text: 'A call on the next day: the garden was too loud.' }]);
  expect((await print(draft)).note.signature).toBeNull();
  await expect(print(draft, colleague)).rejects.toThrow(NotFound);
});
