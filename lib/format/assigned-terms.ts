/** What both partners read about one assignment, put together from what the therapist set: the same for its preview and for its row. */
import { shortDay } from './dates';

export type Terms = { conditions: string[]; line: string };

/** The therapist's own fields of a step, in the order they are read. */
export const FIELDS = ['limits', 'list', 'whoInvites', 'clothing', 'leftOut', 'until'] as const;
export type Field = (typeof FIELDS)[number];
export type FieldValues = Partial<Record<Field, string>>;

/** As the therapist is asked. */
export const fieldLabels: Record<Field, { label: string; description: string }> = {
  limits: { label: 'Limits', description: 'What this step includes for this couple, in your words.' },
  list: { label: 'The list both see', description: 'Only what both can accept; never whose entry it is.' },
  whoInvites: { label: 'Who invites', description: 'And whether it alternates.' },
  clothing: { label: 'Clothing', description: 'What is worn.' },
  leftOut: { label: 'Left out', description: 'Places, topics or kinds of contact, without saying whose wish it is.' },
  until: { label: 'Limits hold until', description: 'The date up to which these limits hold.' },
};

/** As both partners read it. */
const read: Record<Field, (text: string) => string> = {
  limits: (text) => `This step includes: ${text}`,
  list: (text) => `Your list: ${text}`,
  whoInvites: (text) => `Who invites: ${text}`,
  clothing: (text) => `Clothing: ${text}`,
  leftOut: (text) => `Left out: ${text}`,
  until: (text) => `These limits hold until ${/^\d{4}-\d{2}-\d{2}$/.test(text) ? shortDay(text) : text}`,
};

/** `chosen` are the adaptations that were ticked, `own` the therapist's lines. */
export function termsOf(given: { fields: FieldValues; chosen: readonly string[]; own: string; line: string }): Terms {
  const fields = FIELDS.flatMap((field) => {
    const text = given.fields[field]?.trim();
    return text ? [read[field](text)] : [];
  });
  const own = given.own.split('\n').map((text) => text.trim());
  return { conditions: [...fields, ...given.chosen, ...own].filter((text) => text !== ''), line: given.line.trim() };
}
