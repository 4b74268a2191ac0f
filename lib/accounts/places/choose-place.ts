/** Where to go, for an account with several places: asked once after the password and the factor, and bound to the sign-in from then on. */
import 'server-only';
import { asSystem } from '@/db/access/as-system';
import { findChoice, nameChoices } from '@/db/queries/accounts/places';
import type { Answer } from '@/lib/action';
import { Refusal } from '@/lib/errors';
import { readHalf } from '../factors/half';
import { hashOfToken } from '../sign-in-token';
import type { Place } from '@/lib/format/places/place-words';
import type { NamePlacesInput } from './schema';

/** For whoever comes from a right password; null for anyone else, and for someone who has no place any more. */
export async function readPlaces(): Promise<Place[] | null> {
  const held = await readHalf();
  const choice = held && (await asSystem('signIn', (tx) => findChoice(tx, hashOfToken(held.token))));
  return choice && choice.places.length > 0 ? choice.places : null;
}

/** The page that asks where to go is the only one that shows them: no page of a place tells that there is another. */
export async function namePlaces({ words }: NamePlacesInput): Promise<Answer> {
  const chosen = Object.values(words).filter((word) => word !== '');
  if (new Set(chosen).size < chosen.length)
    throw new Refusal('Nothing was saved: two places would have the same word. Choose another for one of them.');
  const held = await readHalf();
  const isSaved = held && (await asSystem('signIn', (tx) => nameChoices(tx, hashOfToken(held.token), words)));
  return { redirectTo: isSaved ? '/sign-in/place' : '/sign-in' };
}
