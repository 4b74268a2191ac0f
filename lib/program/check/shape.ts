// Small questions about the shape of a piece of content, asked by every check.
import 'server-only';

export type Fault = (sentence: string) => void;

export const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

export const isWhole = (value: unknown, least: number, most: number): boolean =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most;

export function checkKeys(value: unknown, must: string[], may: string[], where: string, fault: Fault): void {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return fault(`${where} is not an object.`);
  for (const key of must) if (!(key in value)) fault(`${where} lacks "${key}".`);
  for (const key of Object.keys(value))
    if (!must.includes(key) && !may.includes(key)) fault(`${where} has an unknown key "${key}".`);
}

export function checkTexts(value: unknown, where: string, fault: Fault, least = 1): void {
  if (!Array.isArray(value) || value.length < least) fault(`${where} needs at least ${least} text(s).`);
  else if (!value.every(isText)) fault(`${where} has an empty text.`);
}

export function checkNoRepeat(values: unknown[], where: string, fault: Fault): void {
  if (new Set(values).size !== values.length) fault(`${where} names something twice.`);
}
