import 'server-only';
import type { Instrument, Item } from './instrument';

const UP = [0, 1, 2, 3, 4, 5] as const;
const DOWN = [5, 4, 3, 2, 1, 0] as const;
const TRUE_FOR_US = [
  'Not at all TRUE',
  'A little TRUE',
  'Somewhat TRUE',
  'Mostly TRUE',
  'Almost Completely TRUE',
  'Completely TRUE',
];
const HOW_MUCH = ['Not at all', 'A little', 'Somewhat', 'Mostly', 'Almost Completely', 'Completely'];

/** Printed once before the pairs of words. */
const BEFORE_PAIRS =
  'For each of the following items, select the answer that best describes how you feel about your relationship. Base your responses on your first impressions and immediate feelings about the item.';

const rising = (id: string, ask: string, answers: readonly string[]): Item => ({ id, ask, answers, points: UP });
const between = (id: string, left: string, right: string, points: readonly number[]): Item => ({
  id,
  lead: BEFORE_PAIRS,
  ask: `${left} or ${right.toLowerCase()}`,
  answers: [`1: ${left.toLowerCase()}`, '2', '3', '4', '5', `6: ${right.toLowerCase()}`],
  points,
  poles: [left, right],
});

export const csi16: Instrument = {
  id: 'csi16',
  version: 1,
  language: 'en',
  algorithm: 1,
  slug: 'sixteen',
  name: 'CSI-16',
  fullName: 'Couples Satisfaction Index, 16 items',
  asks: 'How it is between you: sixteen questions',
  minutes: 4,
  intro: [],
  items: [
    {
      id: 'q1',
      ask: 'Please indicate the degree of happiness, all things considered, of your relationship.',
      answers: [
        'Extremely Unhappy',
        'Fairly Unhappy',
        'A Little Unhappy',
        'Happy',
        'Very Happy',
        'Extremely Happy',
        'Perfect',
      ],
      points: [0, 1, 2, 3, 4, 5, 6],
    },
    {
      id: 'q2',
      ask: 'In general, how often do you think that things between you and your partner are going well?',
      answers: ['All the time', 'Most of the time', 'More often than not', 'Occasionally', 'Rarely', 'Never'],
      points: DOWN,
    },
    rising('q3', 'Our relationship is strong', TRUE_FOR_US),
    rising('q4', 'My relationship with my partner makes me happy', TRUE_FOR_US),
    rising('q5', 'I have a warm and comfortable relationship with my partner', TRUE_FOR_US),
    rising('q6', 'I really feel like part of a team with my partner', TRUE_FOR_US),
    rising('q7', 'How rewarding is your relationship with your partner?', HOW_MUCH),
    rising('q8', 'How well does your partner meet your needs?', HOW_MUCH),
    rising('q9', 'To what extent has your relationship met your original expectations?', HOW_MUCH),
    rising('q10', 'In general, how satisfied are you with your relationship?', HOW_MUCH),
    between('q11', 'Interesting', 'Boring', DOWN),
    between('q12', 'Bad', 'Good', UP),
    between('q13', 'Full', 'Empty', DOWN),
    between('q14', 'Sturdy', 'Fragile', DOWN),
    between('q15', 'Discouraging', 'Hopeful', UP),
    between('q16', 'Enjoyable', 'Miserable', DOWN),
  ],
  range: [0, 81],
  higherIs: 'better',
  citation:
    'Funk JL, Rogge RD (2007). Testing the ruler with item response theory: increasing precision of measurement for relationship satisfaction with the Couples Satisfaction Index. Journal of Family Psychology 21(4), 572-583.',
  license:
    'Its authors: “freely available for use in both clinical and research settings. No additional permission is necessary.” They say nothing of commercial use.',
  wordingFrom:
    'The authors’ form (couples-research.com). Places between two words stand without their numbers, as the authors show them themselves.',
};
