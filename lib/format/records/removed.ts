/** What stands in the place of words whose key was shredded, on every screen and in print. */
export const REMOVED = 'Removed at this person’s wish. Nobody can read it any more.';
/** The same for the one whose words they were. */
export const REMOVED_FOR_ONESELF = 'These words were removed at your wish. Nobody can read them any more.';
