// A partner's own alarm, from the form to the mailbox: a real mail server, and a clock that is moved.
import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import type { NamedMailJob } from '@/db/access/queue';
import { look } from '@/lib/jobs/look';
import { sendMail } from '@/lib/jobs/send-mail';
import { makeMailer } from '@/lib/mail/mailer';
import { readReminders } from '@/lib/reminders/read-reminders';
import { saveReminders } from '@/lib/reminders/save-reminders';
import type { SaveRemindersInput } from '@/lib/reminders/schema';
import { moveClock, resetClock, setClock } from '../../support/clock';
import { useFreshDatabase } from '../../support/database';
import { type CoupleInTest, makeCouple, makePractice, makeStaff, type PartnerInTest } from '../../support/people';

const database = useFreshDatabase();
const arrived: { to: string; raw: string }[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, session, done) {
    const pieces: Buffer[] = [];
    stream.on('data', (piece: Buffer) => pieces.push(piece));
    stream.on('end', () => {
      arrived.push({ to: session.envelope.rcptTo[0]!.address, raw: Buffer.concat(pieces).toString('latin1') });
      done();
    });
  },
});
let mailer: ReturnType<typeof makeMailer>;
let couple: CoupleInTest;
let ada: PartnerInTest;

beforeAll(async () => {
  await database.owner.query(
    `insert into auth.clock (ahead, installation) values ('0', 'test') on conflict do nothing`,
  );
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  mailer = makeMailer({
    smtpUrl: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    from: 'post@calendar.example.test',
    origin: 'https://calendar.example.test',
    dataFolder: '/nonexistent',
  });
});
afterAll(() => new Promise<void>((done) => server.close(() => done())));
beforeEach(async () => {
  arrived.length = 0;
  const practice = await makePractice(database.owner);
  couple = await makeCouple(database.owner, practice, await makeStaff(database.owner, practice));
  ada = couple.first;
  // A Monday at noon in New York.
  await setClock(database.owner, new Date('2026-11-23T17:00:00Z'));
});
afterEach(async () => {
  await database.owner.query('delete from reminders');
  await resetClock(database.owner);
});

const DAILY: SaveRemindersInput = { level: 'neutral', weekdays: [1, 2, 3, 4, 5, 6, 7], time: '19:00' };
const save = (input: Partial<SaveRemindersInput> = {}, who = ada) =>
  asActor(who.token, (tx) => saveReminders(tx, { ...DAILY, ...input }));

/** What a look puts into the queue. */
async function looked(): Promise<NamedMailJob[]> {
  const mails: NamedMailJob[] = [];
  await look(async (queued) => void mails.push(...queued));
  return mails;
}
const own = (mails: NamedMailJob[]) => mails.filter(({ data }) => data.kind === 'reminder');
const deliver = (mails: readonly NamedMailJob[]) =>
  Promise.all(mails.map(({ id, data }) => sendMail(id, data, mailer)));
const idOf = ({ raw }: { raw: string }) => /^Message-ID: (.*)$/im.exec(raw)![1];

describe('a reminder', () => {
  test('comes once, at the time that was chosen, and again on the next day', async () => {
    expect(await save()).toEqual({ message: 'Saved. The next one comes 23 Nov 19:00.' });
    expect(await looked()).toEqual([]);
    await moveClock(database.owner, '7 hours 1 minute');
    const mails = own(await looked());
    expect(mails).toHaveLength(1);
    expect(own(await looked())).toEqual([]);
    await deliver(mails);
    expect(arrived.map(({ to }) => to)).toEqual([ada.email]);
    await moveClock(database.owner, '24 hours');
    await deliver(own(await looked()));
    expect(arrived).toHaveLength(2);
    expect(idOf(arrived[0]!)).not.toBe(idOf(arrived[1]!));
  });

  test('says the same few words whatever is open, and has the same bytes at each level but for a name', async () => {
    const sent: string[] = [];
    for (const level of ['neutral', 'practice'] as const) {
      await setClock(database.owner, new Date('2026-11-23T17:00:00Z'));
      await save({ level });
      await moveClock(database.owner, '7 hours 1 minute');
      await deliver(own(await looked()));
      sent.push(arrived.at(-1)!.raw);
    }
    const [neutral, named] = await Promise.all(sent.map(opened));
    expect(neutral!.text).not.toContain('Example Practice');
    expect(named!.text).toContain('a reminder for you from Example Practice');
    expect(named!.headers).toEqual(neutral!.headers);
    expect(sent[0]!.length).toBe(sent[1]!.length);
    expect(neutral!.headers).toContain('Subject: A reminder for you');
    expect(neutral!.text.match(/https?:\S+/g)).toEqual(['https://calendar.example.test/sign-in']);
  });

  test('queued twice, or cut off between sending and marking, has the same Message-ID', async () => {
    await save();
    await moveClock(database.owner, '8 hours');
    let cutOff: NamedMailJob[] = [];
    // Killed after queueing, before the next time was written down.
    await expect(
      look((queued) => {
        cutOff = [...queued];
        throw new Error('killed');
      }),
    ).rejects.toThrow('killed');
    const again = own(await looked());
    expect(again).toEqual(own(cutOff));
    // Killed after the mail server took it, before the job was marked: the queue runs it again.
    await deliver(again);
    await deliver(again);
    expect(new Set(arrived.map(idOf)).size).toBe(1);
  });

  test('does not come any more once it was turned off, or its account was closed, even if it was queued already', async () => {
    await save();
    await save({}, couple.second);
    await moveClock(database.owner, '8 hours');
    const queued = own(await looked());
    expect(queued).toHaveLength(2);
    await save({ level: 'none' });
    await database.owner.query(`update partners set status = 'deactivated' where id = $1`, [couple.second.partnerId]);
    await deliver(queued);
    expect(arrived).toEqual([]);
    await moveClock(database.owner, '3 days');
    await deliver(own(await looked()));
    expect(arrived).toEqual([]);
  });

  test('comes late by at most two hours: after that it would ring at a time nobody chose', async () => {
    await save();
    await moveClock(database.owner, '8 hours 50 minutes');
    await deliver(own(await looked()));
    expect(arrived).toHaveLength(1);
    // The server was away for days: of all that, nothing comes, and the next one is in time.
    await moveClock(database.owner, '3 days 2 hours');
    await deliver(own(await looked()));
    expect(arrived).toHaveLength(1);
    await setClock(database.owner, new Date('2026-11-28T00:01:00Z'));
    await deliver(own(await looked()));
    expect(arrived).toHaveLength(2);
  });

  test('needs an address of one’s own: whoever has none is told so', async () => {
    await database.owner.query(`update partners set email = null, user_name = 'da2-ke3-mi4' where id = $1`, [
      ada.partnerId,
    ]);
    expect((await asActor(ada.token, readReminders)).hasAddress).toBe(false);
    await expect(save()).rejects.toMatchObject({ name: 'Refusal' });
    expect(await save({ level: 'none' })).toEqual({ message: 'Saved. No reminders will come.' });
  });

  test('is the partner’s own: it changes no byte of the other’s page, and staff have no way to it', async () => {
    const seen = () => asActor(couple.second.token, readReminders).then((one) => digest(JSON.stringify(one)));
    const before = await seen();
    await save({ level: 'practice', weekdays: [2], time: '07:15' });
    expect(await seen()).toBe(before);
  });
});

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

/** The text of a mail, and its headers without those that name one sending. */
async function opened(raw: string) {
  const [head] = raw.split('\r\n\r\n');
  const headers = head!.split('\r\n').filter((line) => !/^(Message-ID|Date):/i.test(line));
  return { headers, text: (await simpleParser(raw)).text ?? '' };
}
