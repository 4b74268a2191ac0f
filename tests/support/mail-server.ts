// A real mail server on loopback that keeps what it is sent, so that a test reads a message as its receiver would.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import type { ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface MailServer {
  /** What SMTP_URL is set to. */
  url: string;
  /** Everything that has arrived, oldest first. */
  messages: ParsedMail[];
  /** The next message for this address that was not handed out before; waits until it arrives. */
  next(address: string, patience?: number): Promise<ParsedMail>;
  close(): Promise<void>;
}

interface Waiting {
  address: string;
  hand(message: ParsedMail): void;
}

export async function startMailServer(): Promise<MailServer> {
  const messages: ParsedMail[] = [];
  const handedOut = new Set<ParsedMail>();
  let waiting: Waiting[] = [];

  const receive = (message: ParsedMail) => {
    messages.push(message);
    const first = waiting.find(({ address }) => isFor(message, address));
    if (!first) return;
    waiting = waiting.filter((other) => other !== first);
    handedOut.add(message);
    first.hand(message);
  };

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      simpleParser(stream).then(
        (message) => {
          receive(message);
          done();
        },
        (error: Error) => done(error),
      );
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;

  return {
    url: `smtp://127.0.0.1:${port}`,
    messages,
    next(address, patience = 10_000) {
      const arrived = messages.find((message) => !handedOut.has(message) && isFor(message, address));
      if (arrived) {
        handedOut.add(arrived);
        return Promise.resolve(arrived);
      }
      return new Promise((resolve, reject) => {
        const one: Waiting = {
          address,
          hand(message) {
            clearTimeout(timer);
            resolve(message);
          },
        };
        const timer = setTimeout(() => {
          waiting = waiting.filter((other) => other !== one);
          const seen = messages.map((message) => `${addressesOf(message).join(', ')}: ${message.subject}`).join('; ');
          reject(new Error(`No message for ${address} within ${patience / 1000} s. Arrived: ${seen || 'none'}.`));
        }, patience);
        waiting.push(one);
      });
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const isFor = (message: ParsedMail, address: string) => addressesOf(message).includes(address.toLowerCase());

export function addressesOf(message: ParsedMail): string[] {
  return [message.to ?? []]
    .flat()
    .flatMap(({ value }) => value)
    .map(({ address }) => address?.toLowerCase() ?? '');
}
