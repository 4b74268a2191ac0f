// Scores by the published rules: the worked examples by their numbers, and a second opinion on answers drawn by lot.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeBetween } from '@/lib/measures/change';
import { newest } from '@/lib/measures/instruments/all';
import type { Instrument } from '@/lib/measures/instruments/instrument';
import { itemOfFlag, raisedBy } from '@/lib/measures/raised-by';
import { bandOf, readingOf } from '@/lib/measures/reading';
import { PCL_CHANGES, type PclChange } from '@/lib/measures/schema';
import { scoreOf } from '@/lib/measures/score';
import {
  ANSWERS_TO,
  criterionC,
  jacobsonTruax,
  QUESTIONS_IN,
  secondBand,
  secondChange,
  secondRule,
  secondTotal,
} from './second-opinion';

const [phq9, gad7, pcl5, csi16, distress] = (['phq9', 'gad7', 'pcl5', 'csi16', 'distress'] as const).map(newest) as [
  Instrument,
  Instrument,
  Instrument,
  Instrument,
  Instrument,
];

/** The same answer, or each its own, by question from the first. */
const given = (places: readonly (number | null)[]) =>
  Object.fromEntries(places.flatMap((place, at) => (place === null ? [] : [[`q${at + 1}`, place]])));
const total = (instrument: Instrument, places: readonly (number | null)[]) => scoreOf(instrument, given(places)).total;
const all = (count: number, place: number) => Array.from({ length: count }, () => place);
const change = (instrument: Instrument, before: number, after: number, points: PclChange = 15) =>
  changeBetween(instrument, before, after, points);

describe('PHQ-9', () => {
  test('P1: all 0, all 1, all 3', () => {
    expect([0, 1, 3].map((place) => total(phq9, all(9, place)))).toEqual([0, 9, 27]);
    expect([0, 9, 27].map((sum) => bandOf('phq9', sum))).toEqual(['minimal', 'mild', 'severe']);
  });

  test('P2: the bands begin and end where Kroenke et al. have them', () => {
    expect([4, 5, 9, 10, 14, 15, 19, 20].map((sum) => bandOf('phq9', sum))).toEqual([
      'minimal',
      'mild',
      'mild',
      'moderate',
      'moderate',
      'moderately severe',
      'moderately severe',
      'severe',
    ]);
  });

  test('P3: the last question above 0 is urgent whatever the total, and nothing else is', () => {
    expect(total(phq9, [...all(8, 0), 1])).toBe(1);
    expect(bandOf('phq9', 1)).toBe('minimal');
    expect(raisedBy(phq9, given([...all(8, 0), 1]), null)).toEqual([{ tier: 'urgent', reason: 'phq9.q9' }]);
    expect(raisedBy(phq9, given([...all(8, 3), 0]), null)).toEqual([]);
    // Even where the rest was left out, and there is no score.
    expect(raisedBy(phq9, { q9: 2 }, null)).toEqual([{ tier: 'urgent', reason: 'phq9.q9' }]);
    expect(itemOfFlag('phq9.q9')?.ask).toBe(phq9.items[8]!.ask);
  });

  test('P4: reliable from 6 points on, recovered from 10 or more to below it', () => {
    expect(change(phq9, 16, 10)).toMatchObject({ points: -6, isReliable: true, isRecovered: false });
    expect(change(phq9, 16, 9)).toMatchObject({ isReliable: true, isRecovered: true });
    expect(change(phq9, 12, 6)).toMatchObject({ isReliable: true, isRecovered: true });
    expect(change(phq9, 12, 7)).toMatchObject({ points: -5, isReliable: false, isRecovered: false });
    expect(change(phq9, 16, 9).words).toBe(
      '7 points lower: reliable improvement (NHS convention: 6 or more). Recovered on this measure: now below 10 (NHS convention).',
    );
    expect(change(phq9, 4, 10).words).toBe('6 points higher: reliable worsening (NHS convention: 6 or more).');
  });

  test('the question about difficulty counts nothing, and leaving it out takes no score away', () => {
    expect(total(phq9, [...all(9, 1), 3])).toBe(9);
    expect(scoreOf(phq9, given(all(9, 1)))).toEqual({ total: 9, leftOut: 0, isRuleMet: null });
  });
});

describe('GAD-7', () => {
  test('G1: the bands begin and end where Spitzer et al. have them', () => {
    expect([4, 5, 9, 10, 14, 15].map((sum) => bandOf('gad7', sum))).toEqual([
      'minimal',
      'mild',
      'mild',
      'moderate',
      'moderate',
      'severe',
    ]);
  });

  test('G2: reliable from 4 points on, recovered below 8', () => {
    expect(change(gad7, 12, 8)).toMatchObject({ isReliable: true, isRecovered: false });
    expect(change(gad7, 12, 7)).toMatchObject({ isReliable: true, isRecovered: true });
    expect(change(gad7, 11, 8)).toMatchObject({ isReliable: false, isRecovered: false });
  });
});

describe('PCL-5', () => {
  const rated = (places: Record<number, number>) => all(20, 0).map((none, at) => places[at + 1] ?? none);

  test('T1: twelve points and the rule of clusters met', () => {
    const places = rated({ 1: 2, 6: 2, 8: 2, 9: 2, 15: 2, 16: 2 });
    expect(scoreOf(pcl5, given(places))).toEqual({ total: 12, leftOut: 0, isRuleMet: true });
    const [range, rule] = readingOf('pcl5', 12, { isRuleMet: true });
    expect(range).toMatch(/^Below 31-33/);
    expect(rule).toMatch(/ is met\./);
  });

  test('T2: forty points and the rule not met: nothing of C and E', () => {
    const places = rated({ 1: 4, 2: 4, 3: 4, 4: 4, 5: 4, 8: 4, 9: 4, 10: 4, 11: 4, 12: 4 });
    expect(scoreOf(pcl5, given(places))).toEqual({ total: 40, leftOut: 0, isRuleMet: false });
    const [range, rule] = readingOf('pcl5', 40, { isRuleMet: false });
    expect(range).toMatch(/^Above 31-33/);
    expect(rule).toMatch(/ is not met\./);
  });

  test('T3: all at the most', () => {
    expect(scoreOf(pcl5, given(all(20, 4)))).toEqual({ total: 80, leftOut: 0, isRuleMet: true });
  });

  test('there are no bands, and within 31 to 33 it says no more than to discuss', () => {
    expect(bandOf('pcl5', 80)).toBeNull();
    expect([30, 31, 33, 34].map((sum) => readingOf('pcl5', sum, { isRuleMet: false })[0]!.split(' ')[0])).toEqual([
      'Below',
      'Within',
      'Within',
      'Above',
    ]);
  });

  test('a change is reliable from the points the practice chose, and their source is named', () => {
    for (const [points, { source }] of Object.entries(PCL_CHANGES)) {
      const chosen = Number(points) as PclChange;
      expect(change(pcl5, 50, 50 - chosen, chosen)).toMatchObject({ isReliable: true, isRecovered: null });
      expect(change(pcl5, 50, 51 - chosen, chosen).isReliable).toBe(false);
      expect(change(pcl5, 50, 20, chosen).words).toContain(`(${source}: ${points} or more)`);
    }
    expect(change(pcl5, 40, 25).words).toContain('15 or more');
  });
});

describe('CSI-16', () => {
  const best = csi16.items.map(({ points }) => points!.indexOf(Math.max(...points!)));
  const worst = csi16.items.map(({ points }) => points!.indexOf(0));

  test('C1: all best and all worst', () => {
    expect([total(csi16, best), total(csi16, worst)]).toEqual([81, 0]);
  });

  test('C2 and C3: leftmost and rightmost on every line as printed', () => {
    const left = total(csi16, all(16, 0))!;
    const right = total(
      csi16,
      csi16.items.map(({ answers }) => answers.length - 1),
    )!;
    expect([left, right, left + right]).toEqual([25, 56, 81]);
  });

  test('C4: 51 is notable dissatisfaction, 52 is not', () => {
    expect([51, 52].map((sum) => bandOf('csi16', sum))).toEqual([
      'notable dissatisfaction',
      'no notable dissatisfaction',
    ]);
  });

  test('only the raw change is shown, and which way is better', () => {
    expect(change(csi16, 40, 60)).toEqual({
      points: 20,
      isReliable: null,
      isRecovered: null,
      words: '20 points higher. Higher is better.',
    });
  });
});

test('C6: with any question left out there is no score, of any measure', () => {
  for (const instrument of [phq9, gad7, pcl5, csi16, distress]) {
    const counted = instrument.items.filter(({ points }) => points !== null);
    for (const left of counted) {
      const places = Object.fromEntries(counted.flatMap(({ id }) => (id === left.id ? [] : [[id, 0]])));
      expect(scoreOf(instrument, places)).toEqual({ total: null, leftOut: 1, isRuleMet: null });
    }
  }
});

test('distress from 7, or from what the care team set for that person, is in the prep sheet', () => {
  const tiers = (place: number, limit: number | null) =>
    raisedBy(distress, { q1: place }, limit).map(({ tier }) => tier);
  expect([tiers(6, null), tiers(7, null), tiers(4, 4), tiers(7, 9)]).toEqual([[], ['review'], ['review'], []]);
});

describe('a second opinion', () => {
  const forms = { 'PHQ-9': phq9, 'GAD-7': gad7, 'PCL-5': pcl5, 'CSI-16': csi16 };

  test.each(Object.entries(forms))('%s: any answers count the same', (form, instrument) => {
    const places = fc.tuple(
      ...Array.from({ length: QUESTIONS_IN(form) }, (_, question) =>
        fc.option(fc.nat(ANSWERS_TO(form, question) - 1), { freq: 60 }),
      ),
    );
    let scored = 0;
    fc.assert(
      fc.property(places, (drawn) => {
        const own = scoreOf(instrument, given(drawn));
        expect(own.total).toBe(secondTotal(form, drawn));
        if (own.total === null) return;
        scored += 1;
        const isPcl = form === 'PCL-5';
        const read = isPcl ? own.isRuleMet : bandOf(instrument.id, own.total);
        expect(read).toBe(isPcl ? secondRule(drawn as number[]) : secondBand(form, own.total));
      }),
      { numRuns: 500 },
    );
    expect(scored).toBeGreaterThan(200);
  });

  test.each(['PHQ-9', 'GAD-7'] as const)('%s: any two totals change the same', (form) => {
    const instrument = forms[form];
    const sum = fc.nat(instrument.range[1]);
    fc.assert(
      fc.property(sum, sum, (before, after) => {
        const { isReliable, line } = secondChange(form, before, after);
        const own = change(instrument, before, after);
        expect(own.isReliable).toBe(isReliable);
        expect(own.isRecovered).toBe(isReliable && before >= line && after < line);
      }),
    );
  });

  // Measures that Hearth shows no question of, and the method behind reliable change: what the second opinion itself has to get right.
  test('C5, D1 and J1 hold for the second opinion', () => {
    expect([13, 14].map((sum) => secondBand('CSI-4', sum))).toEqual([
      'notable dissatisfaction',
      'no notable dissatisfaction',
    ]);
    expect(secondTotal('CSI-4', [6, 5, 5, 5])).toBe(21);
    expect([47, 48].map((sum) => secondBand('RDAS', sum))).toEqual(['distressed', 'not distressed']);
    expect(secondChange('RDAS', 40, 52)).toEqual({ isReliable: true, line: 48 });
    expect(secondChange('RDAS', 40, 51).isReliable).toBe(false);
    const { error, difference, index } = jacobsonTruax(32.5, 47.5, 7.5, 0.8);
    expect([error, difference, index].map((number) => Number(number.toFixed(3)))).toEqual([3.354, 4.743, 3.162]);
    expect(criterionC({ mean: 40, deviation: 7.5 }, { mean: 60, deviation: 7.5 })).toBe(50);
  });
});

test('no measure speaks of an illness, and each names its source', () => {
  for (const instrument of [phq9, gad7, pcl5, csi16]) {
    for (let sum = instrument.range[0]; sum <= instrument.range[1]; sum += 1) {
      const read = readingOf(instrument.id, sum, { isRuleMet: false }).join(' ');
      expect(read).not.toMatch(/depress|anxiety|disorder|suffer|has PTSD/i);
      expect(read).toMatch(/20\d\d|National Center for PTSD/);
    }
    expect(instrument.citation).not.toBe('');
    expect(instrument.license).not.toBe('');
  }
});
