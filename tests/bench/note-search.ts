// Searching one record of 500 notes, as the form sends it without a script: from the request to the last byte of the page.
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { readEnv } from '@/lib/env';
import { type Keyring, openKeyring } from '@/lib/sealed/keyring';
import type { DataKeyRow, PracticeKeyRow } from '@/lib/sealed/keys';
import { noteRef, writeNoteText } from '@/lib/session-notes/note-text';
import type { TestApp } from '../support/app';
import { cookieFor } from './cookie';
import { insertRows } from './insert-rows';
import { BOUNDARY, formOf, multipart } from './load';
import type { Practice } from './seed';

const NOTES = 500;
const SEARCHES = 20;
export const MOST_MS = 300;

/** Sentences of an ordinary note, some two thousand characters in all; every tenth note has the word looked for. */
const SENTENCES = [
  'Both attended, and both were on time.',
  'They told how the week had been: two walks, one evening that was given up, and a talk about it afterwards.',
  'Comfort rose for one and stayed where it was for the other; neither felt pressed.',
  'The agreement was read again, and one condition was added in their own words.',
];

export async function rateNoteSearch(app: TestApp, practice: Practice) {
  const { coupleId } = practice.couples[0]!;
  await addNotes(app.owner, practice, coupleId);
  const { token } = practice.therapist;
  const path = `/couples/${coupleId}/notes`;
  const form = await formOf(app, { form: /name="words"/, submits: [{ path, token, fields: {} }] });
  const headers = {
    ...(await cookieFor(app, token)),
    origin: app.origin,
    'sec-fetch-site': 'same-origin',
    'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
  };
  const times: number[] = [];
  for (let sent = 0; sent <= SEARCHES; sent += 1) {
    const begin = performance.now();
    const body = multipart({ ...form, words: sent % 2 ? 'lantérn “given up”' : 'lantern' });
    const answer = await fetch(app.origin + path, { method: 'POST', headers, body });
    const html = await answer.text();
    // The first warms up.
    if (sent > 0) times.push(performance.now() - begin);
    if (answer.status !== 200 || !html.includes(`Found in ${NOTES / 10} texts`))
      throw new Error(`The search answered ${answer.status} without what is there.`);
  }
  times.sort((a, b) => a - b);
  return { median: times[Math.floor(times.length / 2)]!, highest: times.at(-1)! };
}

async function addNotes(owner: pg.Pool, { practice: { practiceId }, therapist }: Practice, coupleId: string) {
  const keyring = await keyringOf(owner, coupleId);
  const own = { practice_id: practiceId, couple_id: coupleId };
  const sessions: Record<string, unknown>[] = [];
  const notes: Record<string, unknown>[] = [];
  for (let nth = 0; nth < NOTES; nth += 1) {
    const [sessionId, id] = [randomUUID(), randomUUID()];
    const on = new Date(Date.UTC(2015, 0, 1) + nth * 7 * 86_400_000).toISOString();
    sessions.push({
      id: sessionId,
      ...own,
      kind: 'joint',
      therapist_id: therapist.staffMemberId,
      starts_at: on,
      minutes: 50,
      place: '',
      video_link: '',
      created_at: on,
    });
    const data = Array.from({ length: 24 }, (_, line) => SENTENCES[(nth + line) % SENTENCES.length]).join(' ');
    const sections = { data: nth % 10 === 0 ? `${data} Then the lantern.` : data, assessment: SENTENCES[0]!, plan: '' };
    notes.push({
      id,
      ...own,
      session_id: sessionId,
      kind: 'joint',
      author_id: therapist.staffMemberId,
      format: 'DAP',
      version: 2,
      sections: keyring.seal(
        noteRef({ id, practiceId, coupleId, partnerId: null, kind: 'joint' }),
        writeNoteText({ sections }),
      ),
      created_at: on,
      updated_at: on,
      signed_at: on,
      signed_as: 'Tess Example, LMFT',
      signed_hash: Buffer.alloc(32),
    });
  }
  const client = await owner.connect();
  try {
    await insertRows(client, 'sessions', sessions);
    await insertRows(client, 'session_notes', notes);
    await client.query('analyze sessions, session_notes');
  } finally {
    client.release();
  }
}

/** Of the couple's record, from the rows as the database's owner reads them. */
async function keyringOf(owner: pg.Pool, coupleId: string): Promise<Keyring> {
  const dataKeys = await owner.query<DataKeyRow>(
    `select id, practice_id as "practiceId", practice_key_id as "practiceKeyId", key_class as "keyClass", couple_id as "coupleId",
            partner_id as "partnerId", wrapped, created_at as "createdAt" from data_keys where couple_id = $1`,
    [coupleId],
  );
  const practiceKeys = await owner.query<PracticeKeyRow>(
    `select id, practice_id as "practiceId", master_key_id as "masterKeyId", wrapped from practice_keys`,
  );
  return openKeyring(readEnv().keys.masterKeys, { practiceKeys: practiceKeys.rows, dataKeys: dataKeys.rows });
}
