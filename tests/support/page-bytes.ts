// Pages as bytes, and forms as a browser without JavaScript sends them: for tests that compare what two people get.
/** A page as it was sent, without what is drawn anew for every answer, the nonce and the keys of its forms, and without whose it is. */
export function bytesOf(html: string): string {
  const drawn = new Map<string, string>();
  for (const [, nonce] of html.matchAll(/nonce="([^"]+)"/g)) drawn.set(nonce!, 'NONCE');
  for (const [, key] of html.matchAll(/name="key" value="([^"]+)"/g)) drawn.set(key!, 'KEY');
  // Two people's pages may be held against each other: each says whose it is.
  for (const [, whose] of html.matchAll(/name="whose" value="([^"]+)"/g)) drawn.set(whose!, 'WHOSE');
  let plain = html;
  for (const [value, word] of drawn) plain = plain.replaceAll(value, word);
  return plain;
}

/** Where two pages first differ, in words for a failing test; null when they do not. */
export function differenceOf(a: string, b: string): string | null {
  if (a === b) return null;
  let at = 0;
  while (a[at] === b[at]) at += 1;
  const around = (text: string) => text.slice(Math.max(0, at - 80), at + 120);
  return `they differ at ${at}:\n  ${around(a)}\nagainst\n  ${around(b)}`;
}

export type PlainForm = {
  label: string;
  /** What it would send as it stands. */
  fields: [string, string][];
  /** Its fields for typing and choosing, by name. */
  controls: Map<string, 'text' | 'choice' | 'hidden'>;
  /** Those of them that may not stay empty. */
  required: Set<string>;
  /** What its first button adds, where it has no button without a name. */
  button: [string, string] | null;
};

/** The forms of a page that are sent to the page itself. */
export function formsIn(html: string): PlainForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)]
    .filter(([, attributes]) => /method="post"/i.test(attributes!) && !/action="\/api/.test(attributes!))
    .map(([, attributes, inside]) => formOf(attributes!, inside!));
}

function formOf(attributes: string, inside: string): PlainForm {
  const fields: [string, string][] = [];
  const controls: PlainForm['controls'] = new Map();
  const required = new Set<string>();
  let button: [string, string] | 'plain' | null = null;
  for (const [, kind, own, text] of inside.matchAll(
    /<(input|textarea|select|button)\b([^>]*?)\/?>(?:([^<]*)<\/(?:textarea)>)?/g,
  )) {
    if (kind === 'button') {
      const name = valueOf(own!, 'name');
      button ??= name === null ? 'plain' : [name, valueOf(own!, 'value') ?? ''];
      continue;
    }
    const name = valueOf(own!, 'name');
    // Whose page it was keeps people from mistakes; an attacker leaves it out.
    if (name === null || name === 'whose') continue;
    const value = valueOf(own!, 'value') ?? '';
    const type = valueOf(own!, 'type');
    if (/aria-required="true"/.test(own!)) required.add(name);
    if (kind === 'textarea') {
      fields.push([name, unescaped(text ?? '')]);
      controls.set(name, 'text');
    } else if (kind === 'select') controls.set(name, 'choice');
    else if (type === 'radio' || type === 'checkbox') {
      controls.set(name, 'choice');
      if (/\bchecked\b/.test(own!)) fields.push([name, value]);
    } else {
      fields.push([name, value]);
      controls.set(name, type === 'hidden' ? 'hidden' : 'text');
    }
  }
  for (const [, own, options] of inside.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const name = valueOf(own!, 'name');
    const chosen = /<option\b([^>]*\bselected\b[^>]*)>/.exec(options!) ?? /<option\b([^>]*)>/.exec(options!);
    if (name && chosen) fields.push([name, valueOf(chosen[1]!, 'value') ?? '']);
  }
  return {
    label: valueOf(attributes, 'aria-label') ?? '',
    fields,
    controls,
    required,
    button: button === 'plain' ? null : button,
  };
}

function valueOf(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes);
  return found ? unescaped(found[1]!) : null;
}

const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" };
const unescaped = (text: string) => text.replace(/&(amp|lt|gt|quot|#x27|#39);/g, (_, sign: string) => SIGNS[sign]!);

/** What came back for one request; redirects are not followed. */
export type Sent = { status: number; location: string | null; head: string; html: string };

/** Every header but the time of day, without what is drawn anew for every answer. */
function headOf({ headers }: Response): string {
  return [...headers]
    .filter(([name]) => name !== 'date')
    .map(([name, value]) => `${name}: ${value.replace(/nonce(-|=")\w+/g, 'NONCE').replace(/[0-9a-f]{64}/g, 'TOKEN')}`)
    .join('\n');
}

/** All that came back, with its length, to compare two answers. */
export const allOf = ({ status, head, html }: Sent): string => `${status}\n${head}\n${html.length}\n${bytesOf(html)}`;

/** Someone's device without a browser: asks for pages and sends their forms with the cookie of a sign-in. */
export type Device = {
  get(path: string): Promise<Sent>;
  /** Sends a form of the page as it stands, with these values put in. */
  send(path: string, form: PlainForm, typed?: Record<string, string>): Promise<Sent>;
  /** Sends the form with this label of the page, or says what there was instead. */
  fill(path: string, label: string, typed?: Record<string, string>): Promise<Sent>;
};

export function deviceOf(origin: string, cookie?: { name: string; value: string }): Device {
  const headers = cookie ? { cookie: `${cookie.name}=${cookie.value}` } : undefined;
  const ask = async (path: string, init: RequestInit): Promise<Sent> => {
    const answer = await fetch(new URL(path, origin), { redirect: 'manual', ...init });
    const [head, location] = [headOf(answer), answer.headers.get('location')];
    return { status: answer.status, location, head, html: await answer.text() };
  };
  const send: Device['send'] = (path, form, typed = {}) => {
    const body = new FormData();
    for (const [name, value] of form.fields) if (!(name in typed)) body.append(name, value);
    for (const [name, value] of Object.entries(typed)) body.append(name, value);
    return ask(path, { method: 'POST', body, headers: { ...headers, origin } });
  };
  return {
    get: (path) => ask(path, { headers }),
    send,
    async fill(path, label, typed) {
      const page = await ask(path, { headers });
      const forms = formsIn(page.html);
      const form = forms.find((one) => one.label === label);
      if (!form)
        throw new Error(
          `${path} has no form “${label}”: ${page.status} ${page.location ?? ''} ${forms.map((one) => one.label).join(', ')}`,
        );
      return send(path, form, typed);
    },
  };
}

/** Text as it stands in the bytes of a page. */
export const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;');

/** Without ids, hashes and parts of a second, in whose digits and letters anything may stand by chance. */
export const withoutIds = (text: string) =>
  text.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{64}\b|(?<=:\d\d)\.\d+/g, '…');
