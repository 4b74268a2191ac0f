/** What a mail says: nothing. The same few words and one link, always of the same size, so that neither a glance nor a mail server's log tells one kind from another. */
import 'server-only';

/** The body's size in bytes, whatever the kind and the link. */
export const MAIL_BYTES = 640;
const LINE = 72;
const NAME_BYTES = 120;
/** Counted as mail sends it, or the number of lines would show in the size. */
const NEWLINE = '\r\n';

export type MailKind = 'reminder' | 'invitation' | 'reset' | 'look';

/** `path` may only be one of ours; the host is always APP_ORIGIN, never what a request claimed. */
export type MailLink = '/sign-in' | `/i/${string}` | `/reset/${string}`;

export function neutralText(kind: MailKind, origin: string, path: MailLink, practiceName?: string): string {
  const link = linkTo(origin, path);
  const lines = {
    invitation: ['Hello,', '', 'this is for you:', '', link, '', 'The link works once, for a few days.'],
    reset: ['Hello,', '', 'this is for you:', '', link, '', 'The link works once, for half an hour.'],
    reminder: ['Hello,', '', `this is a reminder for you${from(practiceName)}:`, '', link],
    look: ['Hello,', '', 'something needs a look:', '', link],
  }[kind];
  return padded([...lines, '', 'If you did not expect this, you can ignore it.', ''].join(NEWLINE));
}

/** A name of any length, cut so that every mail has room for it. */
function from(practiceName: string | undefined): string {
  if (!practiceName) return '';
  let name = '';
  for (const letter of practiceName) {
    if (Buffer.byteLength(name + letter, 'utf8') > NAME_BYTES) break;
    name += letter;
  }
  return ` from ${name.trim()}`;
}

function linkTo(origin: string, path: MailLink): string {
  if (path !== '/sign-in' && !/^\/(i|reset)\/[A-Za-z0-9_.-]+$/.test(path))
    throw new TypeError('A mail may not link there.');
  return new URL(path, origin).href;
}

/** Lines of spaces at the end, none longer than mail allows; at least one line break is left for the last. */
function padded(text: string): string {
  let missing = MAIL_BYTES - Buffer.byteLength(text, 'utf8');
  if (missing < NEWLINE.length) throw new TypeError('A mail is longer than every mail may be.');
  let tail = '';
  while (missing > 0) {
    const line = missing > 2 * LINE ? LINE : missing > LINE ? Math.floor(missing / 2) : missing;
    tail += `${' '.repeat(line - NEWLINE.length)}${NEWLINE}`;
    missing -= line;
  }
  return text + tail;
}
