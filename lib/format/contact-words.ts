/** The words of the clinic for contacts that are no sessions. Safe in the browser. */

export const contactKindWords = {
  call: 'Call',
  message: 'Message',
  noShow: 'No-show',
  collateral: 'Talk with someone else',
  other: 'Other',
} as const;

export const contactOutcomeWords = {
  reached: 'Reached',
  leftAsAgreed: 'Message left as agreed',
  notReached: 'Not reached',
} as const;

export const choicesOf = <W extends Record<string, string>>(words: W) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
