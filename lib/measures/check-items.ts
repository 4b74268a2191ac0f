/** From what a form sent to places that fit their questions. Anything else is refused with a sentence at its question. */
import 'server-only';
import { Refusal } from '@/lib/errors';
import { fieldOf } from '@/lib/answers/schema';
import type { Item } from './instruments/instrument';
import type { Places } from './score';

export function checkItems(items: readonly Item[], given: Readonly<Record<string, string>>): Places {
  const places: Record<string, number> = {};
  const faults: Record<string, string> = {};
  for (const { id, answers } of items) {
    const typed = given[id]?.trim() ?? '';
    if (typed === '') continue;
    if (/^\d{1,2}$/.test(typed) && Number(typed) < answers.length) places[id] = Number(typed);
    else faults[fieldOf(id)] = 'Choose one of the answers shown, or skip this.';
  }
  if (Object.keys(faults).length > 0)
    throw new Refusal('Not saved yet: please look at the marked question. Everything you chose is still here.', faults);
  return places;
}

/** As sealed, and as opened again. */
export const packPlaces = (places: Places): string => JSON.stringify(places);
export const unpackPlaces = (text: string): Places => JSON.parse(text) as Places;
