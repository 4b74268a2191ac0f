/** What a note is made of. Apart from its schema, so that the editor does not bring zod to the browser. */
export type NoteFormat = 'SOAP' | 'DAP' | 'BIRP' | 'GIRP' | 'narrative';
/** What a note says, by field: its sections, and who took part, when, where, how each responded. */
export type NoteSections = Record<string, string>;

export const LONGEST_SECTION = 50_000;
export const LONGEST_ADDENDUM = 20_000;

/** Nothing written is the same as no field. */
export const isSameText = (a: NoteSections, b: NoteSections): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every((id) => (a[id] ?? '') === (b[id] ?? ''));
