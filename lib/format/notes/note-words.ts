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

/** Fields that stand at the head of a note as facts, not among its texts. */
export const HEAD_FIELDS: readonly string[] = ['present', 'others', 'start', 'stop', 'place'];

/** What the head of a note says of its session, as it was written: who took part, from when to when, and where. */
export function headFactsOf(sections: NoteSections, who: readonly Who[]): { name: string; value: string }[] {
  const words = (id: string) => wordsOf(id, sections[id] ?? '', who);
  return [
    { name: 'Who took part', value: [words('present'), words('others')].filter(Boolean).join('; ') },
    { name: 'Time', value: spanOf(words('start'), words('stop')) },
    { name: 'Place', value: words('place') },
  ].filter(({ value }) => value !== '');
}

/** "10:00 to 10:50, 50 minutes". */
function spanOf(start: string, stop: string): string {
  if (!start || !stop) return start ? `from ${start}` : stop && `to ${stop}`;
  const minutes = (minuteOf(stop) - minuteOf(start) + 24 * 60) % (24 * 60);
  return `${start} to ${stop}${Number.isNaN(minutes) ? '' : `, ${minutes} minutes`}`;
}

const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
