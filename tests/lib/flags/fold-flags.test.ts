// What needs a look, as Today and the couple's page list it (rule 11).
import { expect, test } from 'vitest';

import { type AskedFlag, foldFlags } from '@/lib/flags/list-flags';

let made = 0;
const flag = (given: Partial<AskedFlag>): AskedFlag => ({
  id: `flag-${(made += 1)}`,
  coupleId: 'couple',
  coupleLabel: 'A.E. & B.S.',
  partnerId: 'ada',
  partnerName: 'Ada Example',
  partnerPosition: 1,
  phone: '',
  contactInstruction: '',
  tier: 'talk',
  source: 'checkIn',
  reason: 'freeToStop',
  question: 'Did you feel free to stop or say no?',
  answer: 'Mostly',
  assignmentId: 'hands',
  stepTitle: 'Holding hands',
  raisedAt: new Date(Date.UTC(2026, 10, made)),
  ...given,
});

test('the gravest comes first, and within a tier what waits longest', () => {
  const lines = foldFlags([
    flag({ tier: 'review', coupleId: 'one' }),
    flag({ tier: 'talk', coupleId: 'two' }),
    flag({ tier: 'safety', coupleId: 'three' }),
    flag({ tier: 'urgent', coupleId: 'four' }),
    flag({ tier: 'safety', coupleId: 'five' }),
  ]);
  expect(lines.map(({ tier, coupleId }) => `${tier} ${coupleId}`)).toEqual([
    'urgent four',
    'safety three',
    'safety five',
    'talk two',
    'review one',
  ]);
});

test('repeats of a tier fold into one line per partner, with how often, and all of them are settled by it', () => {
  const given = [
    flag({}),
    flag({ reason: 'contactMe', answer: 'Yes' }),
    flag({}),
    flag({ partnerId: 'bo', partnerName: 'Bo Sample', partnerPosition: 2 }),
  ];
  const lines = foldFlags(given);
  expect(lines.map(({ partner, times }) => [partner.id, times])).toEqual([
    ['ada', 3],
    ['bo', 1],
  ]);
  expect(lines[0]!.ids).toEqual(given.slice(0, 3).map(({ id }) => id));
  expect(lines[0]!.raised.map(({ id }) => id)).toEqual(
    given
      .slice(0, 3)
      .map(({ id }) => id)
      .toReversed(),
  );
});

test('a headline says what to do with initials and never what was answered', () => {
  const headline = (given: Partial<AskedFlag>) => foldFlags([flag(given)])[0]!.headline;
  expect(headline({ tier: 'safety', answer: 'No' })).toBe('Talk with A.E. alone');
  expect(headline({ reason: 'contactMe', answer: 'Yes' })).toBe('A.E. asks to be contacted');
  expect(headline({ source: 'pause', reason: 'pause', answer: null })).toBe('A.E. paused');
  expect(headline({ source: 'pause', reason: 'pauseTakenBack', answer: null })).toBe('A.E. paused and took it back');
  expect(headline({ tier: 'review', reason: 'pain', answer: '8' })).toBe('Read the answers of A.E.');
});

test('of pauses and takings back that fold into one line the headline says whether one was not taken back', () => {
  const headline = (...reasons: ('pause' | 'pauseTakenBack')[]) =>
    foldFlags(reasons.map((reason) => flag({ source: 'pause', reason, answer: null })))[0]!.headline;
  expect(headline('pause', 'pauseTakenBack')).toBe('A.E. paused and took it back');
  expect(headline('pause', 'pause', 'pauseTakenBack')).toBe('A.E. paused');
});
