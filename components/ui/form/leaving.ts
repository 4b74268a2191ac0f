/** Fired on `window` before a page is left in haste and the sign-in ended: the last moment to keep what is typed. */
export const LEAVING = 'hearth:leaving';
