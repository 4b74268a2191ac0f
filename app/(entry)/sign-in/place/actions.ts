'use server';

import { namePlaces } from '@/lib/accounts/places/choose-place';
import { namePlacesInput } from '@/lib/accounts/places/schema';
import { entryAction } from '@/lib/action';

export const saveWords = entryAction(namePlacesInput, namePlaces);
