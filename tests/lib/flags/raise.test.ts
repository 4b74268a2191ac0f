import { describe, expect, test } from 'vitest';
import type { NamedQuestion } from '@/db/program/content';
import program from '@/db/program/program.json' with { type: 'json' };
import { holdsShared, raise } from '@/lib/flags/raise';

const questions = [
  ...Object.entries(program.questions).map(([id, question]) => ({ id, ...question })),
  ...program.consent.together,
  ...program.consent.firstAgreement,
] as NamedQuestion[];

describe('rule 11: a worried answer is heard, in the tier that the table says', () => {
  test.each([
    [{ freeToStop: 'No' }, 'safety'],
    [{ ownChoice: 'Not really' }, 'safety'],
    [{ stopAllRight: 'No' }, 'safety'],
    [{ askedToStop: 'No' }, 'safety'],
    [{ redirectRespected: 'Not at once' }, 'safety'],
    [{ freeToStop: 'Mostly' }, 'talk'],
    [{ ownChoice: 'Partly' }, 'talk'],
    [{ stopAllRight: 'Not sure' }, 'talk'],
    [{ freeToStop: 'I would rather talk about it' }, 'talk'],
    [{ contactMe: 'Yes' }, 'talk'],
    [{ distressWorst: 7 }, 'review'],
    [{ pain: 4 }, 'review'],
  ])('%j is told in tier %s', (given, tier) => {
    const raised = raise(questions, given as Record<string, string | number>);
    expect(raised).toEqual([{ tier, reason: Object.keys(given)[0] }]);
    expect(holdsShared(raised)).toBe(tier === 'safety');
  });

  test.each([{ freeToStop: 'Yes' }, { contactMe: 'No' }, { distressWorst: 6 }, { pain: 3 }, { comfort: 0 }, {}])(
    '%j is told to nobody',
    (given) => {
      expect(raise(questions, given as Record<string, string | number>)).toEqual([]);
    },
  );

  test('comfort of three or less is told the second time running', () => {
    expect(raise(questions, { comfort: 3 }, { comfort: 0 })).toEqual([]);
    expect(raise(questions, { comfort: 3 }, { comfort: 1 })).toEqual([{ tier: 'review', reason: 'comfort' }]);
    expect(raise(questions, { comfort: 4 }, { comfort: 4 })).toEqual([]);
  });
});
