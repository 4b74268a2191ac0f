// How much of it a test tries: so much every day, in `npm test`, and so much in `npm run test:deep`.
export type Volume = { everyday: number; deep: number };

export const isDeep = process.env.HEARTH_DEEP === '1';

export const volume = ({ everyday, deep }: Volume): number => (isDeep ? deep : everyday);

/** How long it may take, from how long the everyday volume may. */
export const timeLimit = (milliseconds: number, { everyday, deep }: Volume): number =>
  isDeep ? Math.ceil((milliseconds * deep) / everyday) : milliseconds;
