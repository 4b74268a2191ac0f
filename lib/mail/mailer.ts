/** Sends by SMTP, or, when none is set, writes each mail to a file that only the account running Hearth can read. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import nodemailer from 'nodemailer';
import { readEnv } from '@/lib/env';
import { neutralText, type MailKind, type MailLink } from './neutral-mail';

export type MailSettings = {
  smtpUrl: string | undefined;
  from: string | undefined;
  origin: string;
  dataFolder: string;
};

export type OutgoingMail = {
  /** Stable over retries: it becomes the Message-ID, by which mail servers drop a duplicate. */
  id: string;
  kind: MailKind;
  to: string;
  link: MailLink;
  /** The practice's own neutral words (settings). */
  senderName: string;
  subject: string;
  /** Named in a reminder whose receiver asked for that. */
  practiceName?: string;
};

/** `code` is a mail server's or a driver's code, never its words: those can quote an address. */
export type MailResult = { isSent: true } | { isSent: false; code: string };

export type Mailer = {
  /** Never throws: call it after the commit and record what it says. */
  send: (mail: OutgoingMail) => Promise<MailResult>;
  /** False when mails only become files: the inviter is then shown the link to hand over. */
  reachesPeople: boolean;
};

export function makeMailer(settings: MailSettings): Mailer {
  const address = settings.from ?? `reminder@${new URL(settings.origin).hostname}`;
  const domain = address.slice(address.lastIndexOf('@') + 1);
  const smtp = settings.smtpUrl === undefined ? undefined : openSmtp(settings.smtpUrl);
  const toFile = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'unix' });

  return {
    reachesPeople: smtp !== undefined,
    async send(mail) {
      try {
        const message = {
          messageId: `<${mail.id}@${domain}>`,
          from: { name: mail.senderName, address },
          // As an object, an address can't smuggle in a second one.
          to: { name: '', address: mail.to },
          subject: mail.subject,
          text: neutralText(mail.kind, settings.origin, mail.link, mail.practiceName),
          // Base64 makes the size depend on the number of bytes alone, not on which characters a link has.
          textEncoding: 'base64' as const,
          headers: { 'Auto-Submitted': 'auto-generated' },
          disableFileAccess: true,
          disableUrlAccess: true,
        };
        if (smtp) {
          const sent = await smtp.sendMail(message);
          return sent.rejected.length === 0 ? { isSent: true } : { isSent: false, code: 'EENVELOPE' };
        }
        const built = await toFile.sendMail(message);
        const folder = path.join(settings.dataFolder, 'mail');
        await mkdir(folder, { recursive: true, mode: 0o700 });
        const name = `${new Date().toISOString().replaceAll(':', '-')}-${randomUUID()}.eml`;
        await writeFile(path.join(folder, name), built.message as Buffer, { mode: 0o600, flag: 'wx' });
        return { isSent: true };
      } catch (error) {
        return { isSent: false, code: codeOf(error) };
      }
    },
  };
}

let own: Mailer | undefined;

/** This installation's mailer. */
export function mailer(): Mailer {
  const { smtpUrl, mailFrom, appOrigin, dataFolder } = readEnv();
  own ??= makeMailer({ smtpUrl, from: mailFrom, origin: appOrigin, dataFolder });
  return own;
}

function openSmtp(url: string) {
  const isOfThisMachine = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(url).hostname);
  return nodemailer.createTransport({
    url,
    // Of another machine a server that offers no TLS gets no mail.
    requireTLS: !isOfThisMachine,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  });
}

function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z0-9_]{2,32}$/.test(code) ? code : 'EUNKNOWN';
}
