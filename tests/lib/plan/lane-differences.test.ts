// Where the two lanes differ: facts in words.
import { expect, test } from 'vitest';
import { type Given, laneDifferences } from '@/lib/plan/lane-differences';

const people = [
  { id: 'a', name: 'Ada Example' },
  { id: 'b', name: 'Bo Sample' },
];
const given = (partnerId: string, of: Partial<Given> = {}): Given => ({
  partnerId,
  unit: 'whole',
  on: '2026-11-20',
  comfort: null,
  freeToStop: null,
  nextTime: null,
  ...of,
});

test('numbers three or more apart are told, closer ones are not', () => {
  const at = (a: number | null, b: number | null) =>
    laneDifferences(people, [given('a', { comfort: a }), given('b', { comfort: b })]);
  expect(at(8, 5)).toEqual(['For how it was, Ada Example gave 8 and Bo Sample 5.']);
  expect(at(0, 10)).toEqual(['For how it was, Ada Example gave 0 and Bo Sample 10.']);
  for (const [a, b] of [
    [8, 6],
    [5, 5],
    [null, 1],
  ] as const)
    expect(at(a, b)).toEqual([]);
});

test('that one felt free to stop and the other did not is told in the words that were chosen', () => {
  const at = (a: string | null, b: string | null) =>
    laneDifferences(people, [given('a', { freeToStop: a }), given('b', { freeToStop: b })]);
  expect(at('Mostly', 'Yes')).toEqual(['Bo Sample felt free to stop; Ada Example answered “Mostly”.']);
  for (const [a, b] of [
    ['Yes', 'Yes'],
    ['No', 'Mostly'],
    [null, 'No'],
  ] as const)
    expect(at(a, b)).toEqual([]);
});

test('that one wants as much and the other less is told, whoever it is', () => {
  const at = (a: string | null, b: string | null) =>
    laneDifferences(people, [given('a', { nextTime: a }), given('b', { nextTime: b })]);
  expect(at('Rest', 'Ready to look at the next one')).toEqual([
    'Next time, Ada Example wants to rest and Bo Sample to look at the next one.',
  ]);
  expect(at('Same', 'Smaller')).toEqual(['Next time, Ada Example wants the same and Bo Sample something smaller.']);
  for (const [a, b] of [
    ['Smaller', 'Rest'],
    ['Same', 'Different'],
    [null, 'Rest'],
  ] as const)
    expect(at(a, b)).toEqual([]);
});

test('only the newest accounts are compared, of one occasion, and never of what each does alone', () => {
  const [low, high] = [{ comfort: 2 }, { comfort: 9 }];
  expect(laneDifferences(people, [given('a', low), given('b', high), given('a', high)])).toEqual([]);
  expect(laneDifferences(people, [given('a', low), given('b', { ...high, on: '2026-11-28' })])).toEqual([]);
  expect(laneDifferences(people, [given('a', low), given('b', { ...high, unit: 'alone' })])).toEqual([]);
  expect(laneDifferences(people, [given('a', low)])).toEqual([]);
  expect(laneDifferences([people[0]!], [given('a', low), given('b', high)])).toEqual([]);
});
