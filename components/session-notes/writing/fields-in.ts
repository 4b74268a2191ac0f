/** The fields of a note as they stand on the page. */
import { asChosen, chosenIn } from '@/lib/format/notes/note-fields';
import type { NoteSections } from '@/lib/format/note-sections';

export const FIELD = 'sections.';

const named = (frame: ParentNode, selector = '') => [
  ...frame.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(`[name^="${FIELD}"]${selector}`),
];

export function fieldsIn(frame: ParentNode): NoteSections {
  const fields: NoteSections = {};
  const chosen: Record<string, string[]> = {};
  for (const control of named(frame)) {
    const id = control.name.slice(FIELD.length);
    if (control.type === 'checkbox') {
      chosen[id] ??= [];
      if (control instanceof HTMLInputElement && control.checked) chosen[id].push(control.value);
    } else if (control.type !== 'hidden') fields[id] = control.value.replaceAll('\r\n', '\n');
  }
  for (const [id, values] of Object.entries(chosen)) fields[id] = asChosen(values);
  return fields;
}

/** Puts a text into its field. Answers the control that takes the focus. */
export function putField(frame: ParentNode, id: string, text: string): HTMLElement | null {
  const controls = named(frame).filter(({ name, type }) => name === FIELD + id && type !== 'hidden');
  const values = chosenIn(text);
  for (const control of controls) {
    if (control instanceof HTMLInputElement && control.type === 'checkbox')
      control.checked = values.includes(control.value);
    else control.value = text;
  }
  return controls[0] ?? null;
}
