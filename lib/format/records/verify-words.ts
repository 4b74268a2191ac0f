/** The published command that says whether a signed note is the one that was signed, as a print names it. */
export const VERIFY_COMMAND = 'npm run notes:verify --';
