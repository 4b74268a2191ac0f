/** The words by which a person may tell places apart that all look alike: from a list, so that nobody's name can be among them. */
import { z } from 'zod';
import { PLACE_WORDS } from '@/lib/format/places/place-words';

/** Empty: the place has its number alone. */
export const placeWord = z.enum(['', ...PLACE_WORDS], 'Choose a word from the list.');

export const namePlacesInput = z.object({ words: z.record(z.uuid(), placeWord).default({}) });
export type NamePlacesInput = z.infer<typeof namePlacesInput>;
