// The app ends without a word while notes are being saved: whatever it said it had saved is there afterwards.
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import path from 'node:path';
import { anyFreePort } from '@/bin/bootstrap/port.mjs';
import { serve } from '@/bin/bootstrap/serve.mjs';
import { asActor } from '@/db/access/as-actor';
import { readNotePage } from '@/lib/session-notes/read-note';
import { startNote } from '@/lib/session-notes/start-note';
import { planSession } from '@/lib/sessions/plan-session';
import { expect, test } from '@/tests/support/browser';
import { coupleAtHome, type CoupleAtHome } from '@/tests/support/partner-day';
import { readTestKeys } from '@/tests/support/keys';
import { KEYS_FILE } from '@/tests/support/settings';
import { signInCookie } from '@/tests/support/sign-in';
import { volume } from '@/tests/support/volume';

const KILLS = volume({ everyday: 5, deep: 300 });
const WRITERS = 20;

type Writer = { noteId: string; version: number; typed: number; acknowledged: number };

/** Notes of as many sessions of one couple. */
async function notesOf({ therapist, couple }: CoupleAtHome): Promise<Writer[]> {
  const writers: Writer[] = [];
  for (let nth = 0; nth < WRITERS; nth += 1) {
    const noteId = await asActor(therapist.token, async (tx) => {
      const on = `2026-0${1 + Math.floor(nth / 10)}-${String(1 + (nth % 10)).padStart(2, '0')}`;
      const session = { coupleId: couple.coupleId, with: 'joint', on, at: '10:00', minutes: 50, place: '' };
      const { sessionId } = await planSession(tx, session);
      return (await startNote(tx, { sessionId, format: 'DAP' })).noteId;
    });
    writers.push({ noteId, version: 1, typed: 0, acknowledged: 0 });
  }
  return writers;
}

test(`${KILLS} kills of the app under ${WRITERS} writers lose no save that was acknowledged`, async ({ app }) => {
  test.setTimeout(60_000 + KILLS * 30_000);
  const at = await coupleAtHome(app.owner);
  const writers = await notesOf(at);
  const port = await anyFreePort();
  const origin = `http://localhost:${port}`;
  const { name, value } = await signInCookie(at.therapist.token, (await readTestKeys()).authSecret, origin);
  const headers = { 'Content-Type': 'application/json', Origin: origin, Cookie: `${name}=${value}` };
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(port),
    APP_ORIGIN: origin,
    DATABASE_URL: app.database.appUrl,
    SMTP_URL: app.mail.url,
    MAIL_FROM: 'messages@hearth.example',
    HEARTH_DATA: path.resolve('.test', `killed_${randomBytes(6).toString('hex')}`),
    HEARTH_KEYS_FILE: path.resolve(KEYS_FILE),
  };

  let acknowledged = 0;
  const write = async (writer: Writer, isOver: () => boolean) => {
    const window = randomUUID();
    while (!isOver()) {
      const typed = writer.typed + 1;
      const sections = { data: `text ${typed}`, assessment: '', plan: '' };
      const body = JSON.stringify({ noteId: writer.noteId, version: writer.version, sections, window });
      writer.typed = typed;
      try {
        const response = await fetch(`${origin}/api/note-drafts`, { method: 'POST', headers, body });
        const reply = (await response.json()) as { state: string; version: number };
        if (reply.state === 'saved') {
          writer.acknowledged = typed;
          acknowledged += 1;
        }
        // Its answer was lost in the kill before: the text stands in the note, and the page goes on from there.
        if (reply.state === 'saved' || reply.state === 'conflict') writer.version = reply.version;
      } catch {
        return;
      }
    }
  };

  for (let kill = 0; kill < KILLS; kill += 1) {
    let isOver = false;
    const server = await serve({ host: '127.0.0.1', port, env, onExit: () => undefined });
    // In the midst of it, at another moment each time, however fast the machine is.
    const enough = acknowledged + WRITERS + ((kill * 37) % 90);
    const writing = Promise.all(writers.map((writer) => write(writer, () => isOver)));
    for (const until = Date.now() + 20_000; acknowledged < enough && Date.now() < until; await wait(3));
    await wait((kill * 7) % 20);
    process.kill(server.pid, 'SIGKILL');
    isOver = true;
    await writing;
    await server.stop();
    expect(acknowledged, 'writers that were heard').toBeGreaterThanOrEqual(enough);

    for (const { noteId, acknowledged: last, typed } of writers) {
      const { note } = await asActor(at.therapist.token, (tx) =>
        readNotePage(tx, { coupleId: at.couple.coupleId, noteId }, undefined),
      );
      const standing = Number(/^text (\d+)$/.exec(note.sections.data ?? '')?.[1] ?? 0);
      // At most one save was on its way: it may have arrived without its answer.
      expect(standing, `kill ${kill}: an acknowledged save is there`).toBeGreaterThanOrEqual(last);
      expect(standing, `kill ${kill}: nothing is there that was not sent`).toBeLessThanOrEqual(typed);
    }
  }
});
