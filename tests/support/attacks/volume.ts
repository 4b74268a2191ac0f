// How much of a proof is done: a sample of it in `npm test`, all of it where HEARTH_DEEP is 1.
export const isDeep = process.env.HEARTH_DEEP === '1';

export const volume = (sample: number, whole: number): number => (isDeep ? whole : sample);
