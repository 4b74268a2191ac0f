/** Fired on `window` whenever the server has just heard from this page: its stay is fresh again. */
export const HEARD = 'portal:heard';
