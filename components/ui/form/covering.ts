/** What a page says to its own forms when its screen is covered and lifted again, and what they say to it: events on `window`. */

/** The page is about to go out of sight: what is not saved yet goes out now. */
export const COVERING = 'page:covering';
/** It stands as it was: what could not be saved is tried again. */
export const LIFTED = 'page:lifted';
/** The server refused because the screen is covered. */
export const IS_COVERED = 'page:is-covered';
