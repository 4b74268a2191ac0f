/** The words for who does a step and how much it asks. Safe in the browser. */

export const modeWords = { alone: 'Alone', together: 'Together', parts: 'Alone, then together' } as const;
export const unitWords = { whole: '', alone: 'The part done alone', together: 'The part done together' } as const;

/** What a step asks of the couple, for staff: 0 nothing of the body, 5 the most. */
export const intensityWords = (intensity: number): string => `Intensity ${intensity} of 5`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "Monday, Wednesday and Friday" */
export function listed(words: readonly string[]): string {
  const given = words.filter((word) => word !== '');
  return given.length < 2 ? (given[0] ?? '') : `${given.slice(0, -1).join(', ')} and ${given.at(-1)}`;
}

/** Puts titles where a text names another step: no code is ever shown. */
export const withTitles = (text: string, titles: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{step:(S\d\d)\}/g, (_, code: string) => titles[code] ?? 'an earlier step');

/** What a step waits for before it is open, as staff read it. */
export const openingConditions: Record<string, string> = {
  ownMeetingAlone: 'That person’s own meeting alone is recorded.',
  bothMetAlone: 'Each was met alone, with the outcome joint work.',
  consentOwn: 'That person’s own yes stands.',
  consentBoth: 'A yes of both stands, each given alone.',
  noOpenSafetyFlag: 'No answer about safety is open.',
  medicalAnswered:
    'No medical question has to be answered first. You judge this; what came of a referral stands under Contacts & safety.',
  limitsSet: 'You have written its limits.',
  therapistRelease: 'You have released it, for this occasion or this week.',
};
