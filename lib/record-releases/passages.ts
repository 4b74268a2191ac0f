/** A joint note in passages, each of which can be left out by itself. */
import 'server-only';
import type { WholeNote } from '@/lib/find-notes/whole-note';
import { whoseResponse } from '@/lib/format/notes/note-fields';
import { formatOf } from '@/lib/format/notes/note-formats';
import { linesOf } from '@/lib/format/notes/note-words';
import type { ReleasedText } from './document';

export const LEFT_OUT = '[passage left out]';

export type Passages = { title: string; passages: string[] }[];

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Sentences, each with the space behind it, so that together they are the text again. */
export function passagesOf(note: WholeNote, ownId: string): Passages {
  return textsOfNote(note, ownId).map(({ title, text }) => ({
    title,
    passages: [...sentences.segment(text)].map(({ segment }) => segment).filter((segment) => segment !== ''),
  }));
}

/** What the head of an entry says, in words that name nobody else. */
const FACTS = ['present', 'start', 'stop', 'place'];

/** Every text of a note that would go out to one person, those that were added to it with it. No heading names the other. */
export function textsOfNote(note: WholeNote, ownId: string): ReleasedText[] {
  const { format, formatVersion, sections, who, signing } = note;
  const written = linesOf(formatOf(format, formatVersion), sections, {}, who).filter(({ id }) => !FACTS.includes(id));
  const lines = written.map(({ id, title, words }) => {
    const whose = whoseResponse(id);
    return { title: whose && whose !== ownId ? 'Response of the other' : title, text: words };
  });
  const added = signing.addenda.map(({ text }) => ({ title: 'Added later', text }));
  return [...lines, ...added].filter(({ text }) => text.trim() !== '');
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
