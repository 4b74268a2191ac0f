// What one partner gave in private is shredded at that person's wish: it opens nowhere, every screen says so, and nobody else's changes.
import { OWN_KEYS, removeOwnKeys } from './own-keys';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AnswersView } from '@/components/measures/answers-view';
import { OpenPapers } from '@/components/portal/papers';
import { type ActorTx, asActor } from '@/db/access/as-actor';
import { readTimeline } from '@/lib/check-ins/read-timeline';
import { readContacts } from '@/lib/couples/read-contacts';
import { readSinceSession } from '@/lib/couples/read-since';
import { findNotes } from '@/lib/find-notes/find-notes';
import { findNotesInput } from '@/lib/find-notes/schema';
import { readNotesToPrint } from '@/lib/find-notes/read-to-print';
import { REMOVED, REMOVED_FOR_ONESELF } from '@/lib/format/records/removed';
import { readHistory } from '@/lib/history/read-history';
import { readMeasureAnswers } from '@/lib/measures/read-answers';
import { readMeasures } from '@/lib/measures/read-measures';
import { readEnv } from '@/lib/env';
import { shredPrivateText } from '@/lib/key-care/shred';
import { openMyDay, readMyDay } from '@/lib/my-day/open-my-day';
import { openPapers } from '@/lib/papers/open-papers';
import { readPapers } from '@/lib/papers/read-papers';
import { settleRequest } from '@/lib/partner-requests/settle-request';
import { readCouplePlan } from '@/lib/plan/read-couple-plan';
import { readTermsSheet } from '@/lib/plan/terms/read-terms';
import { readDocumentToRead } from '@/lib/record-releases/read-releases';
import { documentText } from '@/lib/record-releases/document';
import { readLetter, readReferral } from '@/lib/referrals/read-referral';
import { readWritePage } from '@/lib/reflections/read-write-page';
import { writeWords } from '@/lib/reflections/write-words';
import { readNotePage } from '@/lib/session-notes/read-note';
import { startNote } from '@/lib/session-notes/start-note';
import { planSession } from '@/lib/sessions/plan-session';
import { idsIn } from '../../support/canaries/canary';
import { writeInClinic } from '../../support/canaries/clinic-story';
import { writeNotes } from '../../support/canaries/notes-story';
import { writeInPortal } from '../../support/canaries/portal-story';
import { makeScene, PASSWORD, type Scene } from '../../support/canaries/scene';
import { useFreshDatabase } from '../../support/database';
import { bytesOf } from '../../support/partner-day';
import type { PartnerInTest } from '../../support/people';
import { runKeys } from './command';

const database = useFreshDatabase();
let at: Scene;
let own: Record<string, string>;
beforeAll(async () => {
  at = await makeScene(database.owner);
  await writeInClinic(at);
  await writeInPortal(at);
  await writeNotes(at);
  const one = async (text: string) =>
    (await database.owner.query<{ id: string }>(text, [at.first.partnerId])).rows[0]!.id;
  const session = {
    coupleId: at.couple.coupleId,
    with: at.first.partnerId,
    on: '2026-01-06',
    at: '08:00',
    minutes: 50,
    place: '',
  };
  const { sessionId } = await tess((tx) => planSession(tx, session));
  const { noteId } = await tess((tx) => startNote(tx, { sessionId, format: 'DAP' }));
  own = {
    note: noteId,
    referral: await one('select id from referrals where partner_id = $1'),
    release: await one('select id from record_releases where partner_id = $1'),
    score: await one('select id from measure_scores where partner_id = $1 and answers is not null'),
    terms: await one('select assignment_id as id from own_terms where partner_id = $1 order by set_at desc limit 1'),
    request: await one(`select id from partner_requests where partner_id = $1 and kind = 'contact'`),
  };
}, 120_000);
afterAll(removeOwnKeys);

const tess = <T>(work: (tx: ActorTx) => Promise<T>) => asActor(at.therapist.token, work);
const ids = () => ({ coupleId: at.couple.coupleId, partnerId: at.first.partnerId });
const shred = (...more: string[]) =>
  runKeys(database, 'shred', at.first.partnerId, '--through', at.therapist.email, ...more);
/** The same in this process, for what it refuses: what it said, and why it stopped. */
async function refused(through: string, confirm: string | null = null): Promise<string> {
  const said: string[] = [];
  const settings = {
    ownerUrl: database.ownerUrl,
    keysPlace: readEnv().keysPlace,
    headsFile: readEnv().headsFile,
    said: (line: string) => void said.push(line),
  };
  const stopped = await shredPrivateText(settings, { partnerId: at.first.partnerId, through, confirm }).catch(
    (error: Error) => error.message,
  );
  return [...said, stopped ?? 'It was done.'].join('\n');
}

const papersOf = (partner: PartnerInTest) =>
  asActor(partner.token, async (tx) => {
    await openPapers(tx, { password: PASSWORD });
    return readPapers(tx, (await openMyDay(tx)).keyring);
  });

/** Everything the care team reads of the couple, as it would cross to their screens. */
async function clinicBytes(): Promise<Record<string, string>> {
  const { coupleId } = at.couple;
  const read = {
    timeline: () => tess((tx) => readTimeline(tx, coupleId)),
    since: () => tess((tx) => readSinceSession(tx, coupleId)),
    people: () => tess((tx) => readContacts(tx, coupleId)),
    plan: () => tess((tx) => readCouplePlan(tx, coupleId)),
    terms: () => tess((tx) => readTermsSheet(tx, { coupleId, assignmentId: own.terms! })),
    measures: () => tess((tx) => readMeasures(tx, coupleId)),
    answers: () => tess((tx) => readMeasureAnswers(tx, { coupleId, scoreId: own.score! })),
    referral: () => tess((tx) => readReferral(tx, { ...ids(), referralId: own.referral! })),
    letter: () => tess((tx) => readLetter(tx, { ...ids(), referralId: own.referral! })),
    release: () =>
      tess(async (tx) => documentText((await readDocumentToRead(tx, { ...ids(), releaseId: own.release! })).document)),
    history: () => tess((tx) => readHistory(tx, coupleId, undefined)),
    search: () =>
      tess((tx) => findNotes(tx, findNotesInput.parse({ coupleId, of: at.first.partnerId, words: 'meant' }))),
    print: () => tess((tx) => readNotesToPrint(tx, coupleId, { of: at.first.partnerId })),
    context: () => tess((tx) => readNotePage(tx, { coupleId, noteId: own.note! }, undefined)),
  };
  const bytes: Record<string, string> = {};
  for (const [name, reading] of Object.entries(read)) bytes[name] = JSON.stringify(await reading());
  return bytes;
}

/** The canaries that only a private key of the first partner opened. */
async function privateCanaries(): Promise<Set<string>> {
  const { rows } = await database.owner.query<{ table: string; column: string; id: string; sealed: Buffer }>(
    `select 'reflections' as table, 'text' as column, id, text as sealed from reflections where partner_id = $1
     union all select 'check_ins', 'texts', id, texts from check_ins where partner_id = $1 and texts is not null
     union all select 'consents', 'texts', id, texts from consents where partner_id = $1 and texts is not null
     union all select 'own_terms', 'words', id, words from own_terms where partner_id = $1
     union all select 'partner_requests', 'words', id, words from partner_requests where partner_id = $1 and words is not null
     union all select 'releases', 'terms', id, terms from releases where partner_id = $1`,
    [at.first.partnerId],
  );
  return tess(async (tx) => {
    const { keyringFor } = await import('@/lib/sealed/keyring-for');
    const keyring = await keyringFor(tx, [at.couple.coupleId]);
    const place = {
      practiceId: at.practice.practiceId,
      keyClass: 'partner.private' as const,
      ownerId: at.first.partnerId,
    };
    return new Set(
      rows.flatMap(({ table, column, id: rowId, sealed }) =>
        idsIn(keyring.open({ table, column, rowId, ...place }, sealed)),
      ),
    );
  });
}

describe('it is refused', () => {
  test('while an answer still needs someone, to whoever is not of the care team, and without the word to confirm', async () => {
    const before = (await database.owner.query('select count(*) from data_keys')).rows;
    expect(await refused(at.supervisor.email)).toContain('someone of their own care team passes it on');
    expect(await refused(at.therapist.email)).toContain('still needs someone');
    await database.owner.query(
      `update flags set settled_at = auth.now(), settled_by = $1, outcome = 'called' where couple_id = $2`,
      [at.therapist.staffMemberId, at.couple.coupleId],
    );
    expect(await refused(at.therapist.email)).toContain('Nothing was removed yet.');
    expect(await refused(at.therapist.email, '00000000')).toContain('The word to confirm is another one by now.');
    expect((await database.owner.query('select count(*) from data_keys')).rows).toEqual(before);
  });
});

describe('once it is done', () => {
  let gone: Set<string>;
  let before: { clinic: Record<string, string>; other: string; papers: string };
  let said: string;
  beforeAll(async () => {
    // To whom a letter goes stands in the referral too, which is the practice's own record.
    const { referral } = await tess((tx) => readReferral(tx, { ...ids(), referralId: own.referral! }));
    gone = new Set([...(await privateCanaries())].filter((id) => !JSON.stringify(referral.to).includes(id)));
    before = {
      clinic: await clinicBytes(),
      other: await bytesOf(at.second),
      papers: JSON.stringify(await papersOf(at.second)),
    };
    const word = /--confirm (\w+)/.exec(await refused(at.therapist.email))![1]!;
    const done = await shred('--confirm', word);
    said = `${done.isDone ? 'done' : 'not done'}\n${done.lines.join('\n')}`;
  }, 60_000);

  test('the command says what remains, and the log says that it was done, through whom, and not what it was', async () => {
    for (const word of [
      'done\nRemoved.',
      'Backups',
      'clear columns',
      'staff wrote or copied',
      'shared with the partner',
    ])
      expect(said).toContain(word);
    expect(idsIn(said)).toEqual([]);
    const { rows } = await database.owner.query(
      `select staff_member_id, couple_id, concerns_partner_id from audit_events where act = 'shredded' and record_kind = 'privateText'`,
    );
    expect(rows).toEqual([
      {
        staff_member_id: at.therapist.staffMemberId,
        couple_id: at.couple.coupleId,
        concerns_partner_id: at.first.partnerId,
      },
    ]);
  });

  test('no screen of the clinic holds a word of it, none fails, and each that showed one says that it was removed', async () => {
    expect(gone.size).toBeGreaterThan(15);
    const after = await clinicBytes();
    const entries = Object.entries(after);
    expect(entries.filter(([, bytes]) => idsIn(bytes).some((id) => gone.has(id))).map(([name]) => name)).toEqual([]);
    // A form says it beside its empty field; a letter is none any more.
    const says = (bytes: string) => bytes.includes(REMOVED) || bytes.includes('"isRemoved":true');
    const didShow = entries.filter(
      ([name]) => name !== 'letter' && idsIn(before.clinic[name]!).some((id) => gone.has(id)),
    );
    expect(didShow.map(([name]) => name)).toEqual(
      expect.arrayContaining(['timeline', 'since', 'people', 'plan', 'terms', 'referral', 'release', 'context']),
    );
    expect(didShow.filter(([, bytes]) => !says(bytes)).map(([name]) => name)).toEqual([]);
    expect(JSON.parse(after.letter!)).toMatchObject({ letter: null });
    expect(JSON.parse(before.clinic.letter!)).not.toMatchObject({ letter: null });
    const answers = await tess((tx) => readMeasureAnswers(tx, { coupleId: at.couple.coupleId, scoreId: own.score! }));
    expect(renderToStaticMarkup(createElement(AnswersView, { page: answers }))).toContain(REMOVED);
    expect(answers.total).toMatch(/^8 of/);
  });

  test('everything else of the couple still opens', async () => {
    const after = await clinicBytes();
    const lost = Object.entries(before.clinic).flatMap(([name, bytes]) => {
      const now = new Set(idsIn(after[name]!));
      return name === 'letter' ? [] : idsIn(bytes).filter((id) => !gone.has(id) && !now.has(id));
    });
    expect(lost).toEqual([]);
  });

  test('a request that was removed is never taken over as how to reach someone', async () => {
    const taken = tess((tx) =>
      settleRequest(tx, { coupleId: at.couple.coupleId, requestId: own.request!, takesWords: 'yes' }),
    );
    await expect(taken).rejects.toMatchObject({ name: 'Refusal' });
  });

  test('the other partner’s bytes are the same as before', async () => {
    expect(await bytesOf(at.second)).toBe(before.other);
    expect(JSON.stringify(await papersOf(at.second))).toBe(before.papers);
  });

  test('the person’s own pages say it too, drafts are gone, and what they write from now on opens', async () => {
    const day = JSON.stringify(await asActor(at.first.token, readMyDay));
    expect(idsIn(day).filter((id) => gone.has(id))).toEqual([]);
    const papers = (await papersOf(at.first))!;
    expect(papers.map(({ tells, isRemoved }) => [tells, isRemoved])).toEqual([[REMOVED_FOR_ONESELF, true]]);
    const never = () => Promise.resolve({ status: 'idle' as const });
    const shown = papers.map((paper) => ({ ...paper, formKeys: { yes: 'y', no: 'n' } }));
    const page = createElement(OpenPapers, { papers: shown, answer: never, putAway: never, formKey: 'k' });
    expect(renderToStaticMarkup(page)).toContain('Withdraw');
    const write = await asActor(at.first.token, (tx) => readWritePage(tx, 'private'));
    expect(write).toMatchObject({ text: '' });
    await asActor(at.first.token, (tx) => writeWords(tx, { audience: 'private', text: 'From now on' }));
    expect(JSON.stringify(await tess((tx) => readTimeline(tx, at.couple.coupleId)))).toContain('From now on');
  });

  test('the row of the key is nowhere in the database any more', async () => {
    const { rows } = await database.owner.query(
      `select count(*)::int as count from data_keys where partner_id = $1 and key_class = 'partner.private'`,
      [at.first.partnerId],
    );
    expect(rows).toEqual([{ count: 1 }]);
    expect(existsSync(OWN_KEYS)).toBe(true);
  });
});
