// Small questions about the shape of a piece of content, asked by every check.
import 'server-only';

/** Where in the form of a step, of a question, of the stages or of the paths a fault belongs, by the name of its field. */
export type Place = { step?: string; question?: string; field: string };
/** `words` say the same to whoever stands before that field. */
export type Fault = (sentence: string, at?: Place, words?: string) => void;

export const at = (step: { id: string }, field: string): Place => ({ step: step.id, field });

export const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

export const isWhole = (value: unknown, least: number, most: number): boolean =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most;

export function checkKeys(value: unknown, must: string[], may: string[], where: string, fault: Fault): void {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return fault(`${where} is not an object.`);
  for (const key of must) if (!(key in value)) fault(`${where} lacks "${key}".`);
  for (const key of Object.keys(value))
    if (!must.includes(key) && !may.includes(key)) fault(`${where} has an unknown key "${key}".`);
}

export function checkTexts(value: unknown, where: string, fault: Fault, least = 1, place?: Place): void {
  if (!Array.isArray(value) || value.length < least)
    fault(`${where} needs at least ${least} text(s).`, place, `Write at least ${least === 1 ? 'one' : least}.`);
  else if (!value.every(isText)) {
    const empty = value.findIndex((text) => !isText(text));
    fault(
      `${where} has an empty text.`,
      place && { ...place, field: `${place.field}.${empty}` },
      'Write it, or take the row away.',
    );
  }
}

export function checkNoRepeat(values: unknown[], where: string, fault: Fault, place?: Place): void {
  if (new Set(values).size !== values.length)
    fault(`${where} names something twice.`, place, 'The same is chosen twice.');
}
