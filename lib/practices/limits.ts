/** How many contacts a practice's list may have. Safe in the browser. */
export const MOST_CONTACTS = 6;
