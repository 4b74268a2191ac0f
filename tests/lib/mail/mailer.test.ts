import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, stat } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeMailer, type OutgoingMail } from '@/lib/mail/mailer';
import { neutralText, type MailLink } from '@/lib/mail/neutral-mail';

const ORIGIN = 'https://calendar.example.test';
const token = (letter: string) => letter.repeat(43);
const mail = (over: Partial<OutgoingMail> = {}): OutgoingMail => ({
  id: randomUUID(),
  kind: 'invitation',
  to: 'ada@example.test',
  link: `/i/${token('a')}`,
  senderName: 'Calendar',
  subject: 'A reminder for you',
  ...over,
});

type Received = { raw: Buffer; to: string[] };
const received: Received[] = [];
let refuse: number | null = null;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: (_address, _session, done) =>
    refuse === null
      ? done()
      : done(Object.assign(new Error('no such person ada@example.test'), { responseCode: refuse })),
  onData(stream, session, done) {
    const pieces: Buffer[] = [];
    stream.on('data', (piece: Buffer) => pieces.push(piece));
    stream.on('end', () => {
      received.push({ raw: Buffer.concat(pieces), to: session.envelope.rcptTo.map((one) => one.address) });
      done();
    });
  },
});
let smtpUrl: string;

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, done));
  smtpUrl = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise<void>((done) => server.close(() => done())));
beforeEach(() => {
  received.length = 0;
  refuse = null;
});

const bySmtp = () =>
  makeMailer({ smtpUrl, from: 'post@calendar.example.test', origin: ORIGIN, dataFolder: '/nonexistent' });

describe('a mail', () => {
  test('is plain text with the practice’s own neutral words and one link to our own origin', async () => {
    expect(await bySmtp().send(mail({ id: '0e0e0e0e-0000-4000-8000-000000000001' }))).toEqual({ isSent: true });
    const parsed = await simpleParser(received[0]?.raw ?? '');
    expect(parsed.from?.text).toBe('"Calendar" <post@calendar.example.test>');
    expect(parsed.subject).toBe('A reminder for you');
    expect(parsed.html).toBe(false);
    expect(parsed.attachments).toEqual([]);
    expect(parsed.text?.match(/https?:\S+/g)).toEqual([`${ORIGIN}/i/${token('a')}`]);
    expect(parsed.messageId).toBe('<0e0e0e0e-0000-4000-8000-000000000001@calendar.example.test>');
    const whole = `${received[0]?.raw.toString()} ${parsed.text}`;
    expect(whole).not.toMatch(/hearth|therap|couple|partner|practice|nodemailer/i);
  });

  test('has the same size whatever its kind and link', async () => {
    const kinds: [OutgoingMail['kind'], MailLink][] = [
      ['reminder', '/sign-in'],
      ['invitation', `/i/${token('b')}`],
      ['invitation', `/i/${token('_')}`],
    ];
    for (const [kind, link] of kinds) await bySmtp().send(mail({ kind, link }));
    const sizes = received.map((one) => one.raw.length);
    expect(new Set(sizes).size).toBe(1);
    expect(received).toHaveLength(3);
  });

  test('goes to one person even when an address or a name tries to add another', async () => {
    await bySmtp().send(mail({ to: 'ada@example.test, eve@example.test' }));
    await bySmtp().send(
      mail({ senderName: 'Calendar\r\nBcc: eve@example.test', subject: 'Hi\r\nBcc: eve@example.test' }),
    );
    expect(received.flatMap((one) => one.to)).not.toContain('eve@example.test');
    for (const one of received) expect((await simpleParser(one.raw)).bcc).toBeUndefined();
  });

  test('may link only to our own two kinds of page', () => {
    for (const link of ['//evil.example', '/i/a/b', '/i/a?b', '/i/', 'https://evil.example/i/a', '/i/..%2f']) {
      expect(() => neutralText('invitation', ORIGIN, link as MailLink)).toThrow('may not link');
    }
  });

  test('goes in the clear to a server of this machine alone', async () => {
    const elsewhere = new URL(smtpUrl);
    elsewhere.hostname = '127.0.0.2';
    const settings = { from: 'post@calendar.example.test', origin: ORIGIN, dataFolder: '/nonexistent' };
    const sent = await makeMailer({ ...settings, smtpUrl: elsewhere.href }).send(mail());
    expect([sent.isSent, received.length]).toEqual([false, 0]);
    expect(await bySmtp().send(mail())).toEqual({ isSent: true });
  });

  test('that can’t be sent says so by a code alone', async () => {
    refuse = 550;
    const result = await bySmtp().send(mail());
    expect(result).toEqual({ isSent: false, code: 'EENVELOPE' });
    const nobody = makeMailer({ smtpUrl: 'smtp://127.0.0.1:1', from: undefined, origin: ORIGIN, dataFolder: '/' });
    expect(await nobody.send(mail())).toMatchObject({ isSent: false, code: expect.stringMatching(/^E[A-Z]+$/) });
  });

  test('becomes a file for the owner alone when no server is set', async () => {
    const dataFolder = await mkdtemp(path.join(tmpdir(), 'mail '));
    const mailer = makeMailer({ smtpUrl: undefined, from: undefined, origin: ORIGIN, dataFolder });
    expect(mailer.reachesPeople).toBe(false);
    expect(await mailer.send(mail())).toEqual({ isSent: true });
    const [name = ''] = await readdir(path.join(dataFolder, 'mail'));
    const file = path.join(dataFolder, 'mail', name);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(path.dirname(file))).mode & 0o777).toBe(0o700);
    const parsed = await simpleParser(await readFile(file));
    expect(parsed.text).toContain(`${ORIGIN}/i/${token('a')}`);
    expect(parsed.from?.value[0]?.address).toBe('reminder@calendar.example.test');
  });
});
