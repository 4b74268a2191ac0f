/** A field of a note as it reads: names for ids, words for what was ticked. Safe in the browser. */
import { longDay } from '../dates';
import { chosenIn, DETAILS, interventionLabel, whoseResponse } from './note-fields';
import { formatOf } from './note-formats';
import type { NoteFormat, NoteSections } from '../note-sections';

export type Who = { id: string; name: string; isPartner: boolean };

const nameOf = (id: string, who: readonly Who[]) => who.find((one) => one.id === id)?.name ?? 'Someone else';

export function titleOf(fieldId: string, who: readonly Who[]): string {
  const partner = whoseResponse(fieldId);
  if (partner) return `Response of ${nameOf(partner, who)}`;
  return DETAILS.find(({ id }) => id === fieldId)?.title ?? fieldId;
}

export function wordsOf(fieldId: string, text: string, who: readonly Who[]): string {
  if (text === '') return '';
  if (fieldId === 'present') {
    // In the order of the couple, then of the staff.
    const ids = chosenIn(text);
    const known = who.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
    const unknown = ids.filter((id) => !who.some((one) => one.id === id)).map((id) => nameOf(id, who));
    return [...known, ...unknown].join(', ');
  }
  if (fieldId === 'interventions') return chosenIn(text).map(interventionLabel).join(', ');
  if (fieldId === 'nexton') return /^\d{4}-\d{2}-\d{2}$/.test(text) ? longDay(text) : text;
  return text;
}

/** The other fields that either text fills, in order, after the sections. */
export function detailIdsOf(...texts: NoteSections[]): string[] {
  const named = DETAILS.map(({ id }) => id as string);
  const responses = [...new Set(texts.flatMap((text) => Object.keys(text)))].filter(whoseResponse).sort();
  return [...named, ...responses].filter((id) => texts.some((text) => text[id]));
}

/** Every field of a note as a line of title and words: the sections first. */
export function linesOf(
  format: { id: NoteFormat; version: number },
  text: NoteSections,
  other: NoteSections,
  who: readonly Who[],
): { id: string; title: string; words: string; otherWords: string }[] {
  const sections = formatOf(format.id, format.version).sections.map(({ id, title }) => ({
    id,
    title,
    words: text[id] ?? '',
    otherWords: other[id] ?? '',
  }));
  const details = detailIdsOf(text, other).map((id) => ({
    id,
    title: titleOf(id, who),
    words: wordsOf(id, text[id] ?? '', who),
    otherWords: wordsOf(id, other[id] ?? '', who),
  }));
  return [...sections, ...details];
}
