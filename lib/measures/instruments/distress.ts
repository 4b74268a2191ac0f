import 'server-only';
import type { Instrument } from './instrument';

const STOPS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'];

export const distress: Instrument = {
  id: 'distress',
  version: 1,
  language: 'en',
  algorithm: 1,
  slug: 'one',
  name: 'Distress 0-10',
  fullName: 'A plain rating of distress',
  asks: 'The last week: one question',
  minutes: 1,
  intro: [],
  items: [
    {
      id: 'q1',
      ask: 'All in all, how distressed have you been in the last week?',
      answers: STOPS,
      points: STOPS.map(Number),
      scale: ['not at all', 'as much as you can imagine'],
    },
  ],
  range: [0, 10],
  higherIs: 'worse',
  citation: 'A rating in our own words; no published scale.',
  license: 'Our own words, free to use with Hearth.',
  wordingFrom: 'Written for Hearth.',
};
