/** A joint note in passages, each of which can be left out by itself. */
import 'server-only';
import type { WholeNote } from '@/lib/find-notes/whole-note';
import { SECTIONS } from '@/lib/format/note-sections';
import type { ReleasedText } from './document';

export const LEFT_OUT = '[passage left out]';

export type Passages = { title: string; passages: string[] }[];

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Sentences, each with the space behind it, so that together they are the text again. */
export function passagesOf(note: WholeNote): Passages {
  return textsOfNote(note).map(({ title, text }) => ({
    title,
    passages: [...sentences.segment(text)].map(({ segment }) => segment).filter((segment) => segment !== ''),
  }));
}

/** Every text of a note that would go out, those that were added to it with it. */
export function textsOfNote(note: WholeNote): ReleasedText[] {
  const sections = SECTIONS[note.format].map(({ id, title }) => ({ title, text: note.sections[id] ?? '' }));
  const added = note.addenda.map(({ text }) => ({ title: 'Added later', text }));
  return [...sections, ...added].filter(({ text }) => text.trim() !== '');
}

/** What is left when the passages at these places go ("0.2" is the third of the first text); where they stood is said. */
export function withoutPassages(passages: Passages, removed: readonly string[]): ReleasedText[] {
  const gone = new Set(removed);
  return passages.map(({ title, passages: all }, at) => ({
    title,
    text: all
      .map((passage, nth) => {
        if (!gone.has(`${at}.${nth}`)) return passage;
        const isFirst = nth === 0 || !gone.has(`${at}.${nth - 1}`);
        return `${isFirst ? LEFT_OUT : ''}${/\n\s*$/.test(passage) ? '\n' : isFirst ? ' ' : ''}`;
      })
      .join('')
      .trim(),
  }));
}
