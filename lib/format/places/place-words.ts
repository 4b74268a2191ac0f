/** What the places of one account are called, where they all look alike. */

export const PLACE_WORDS = [
  'Cedar',
  'Cloud',
  'Field',
  'Harbor',
  'Lamp',
  'Meadow',
  'North',
  'Paper',
  'River',
  'Stone',
  'Tower',
  'Window',
] as const;

/** Where one may go after the sign-in; `title` is a practice's name for staff, and the portal's neutral one for a partner. */
export type Place = { id: string; isWork: boolean; title: string; word: string | null };

/** What a place is called beside the others: nothing where its title stands alone, and else its word, or its number. */
export function placeMarks(places: readonly Place[]): Map<string, string | null> {
  const marks = new Map<string, string | null>();
  const before = new Map<string, number>();
  for (const { id, title, word } of places) {
    const number = (before.get(title) ?? 0) + 1;
    before.set(title, number);
    const isAlone = places.filter((other) => other.title === title).length === 1;
    marks.set(id, isAlone ? null : (word ?? `Place ${number}`));
  }
  return marks;
}
