// The suggested next step and the search, on the program as it ships.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { PlanGround } from '@/lib/plan/read-plan';
import type { Program } from '@/db/program/content';
import type { StepRow } from '@/db/queries/plan/program';
import { matchSteps } from '@/lib/program/match-steps';
import { needsRelease } from '@/lib/program/requirements';
import { mergePaths, suggestStep } from '@/lib/program/suggest-step';

const program = JSON.parse(readFileSync('db/program/program.json', 'utf8')) as Program;
const steps: PlanGround['steps'] = program.steps.map((content) => ({
  stepId: content.id,
  code: content.id,
  stage: content.stage,
  title: content.title,
  intensity: content.intensity,
  mode: content.mode,
  version: 1,
  shown: '',
  requires: content.requires ?? null,
  parts: content.parts ?? null,
}));
const person = { status: 'active' as const, hasMet: true, isMetForJoint: true, isPaused: false, hasOpenSafety: false };
const ground = (reasons: PlanGround['reasons'], people = [1, 2]): PlanGround => ({
  ...program,
  steps,
  reasons,
  isPlanHeld: false,
  people: people.map((position) => ({ id: String(position), name: `Partner ${position}`, position, ...person })),
});
/** What is asked of a couple that has finished some steps, and stands at a stage: by itself, the furthest of what was assigned. */
const suggest = (of: PlanGround, finished: ReadonlySet<string>, everAssigned: ReadonlySet<string>, stage?: number) =>
  suggestStep(of, {
    done: finished,
    everAssigned,
    stage: stage ?? Math.max(-1, ...steps.filter(({ code }) => everAssigned.has(code)).map((step) => step.stage)),
  });
/** A step that is done, with its parts. */
const done = (...codes: string[]) =>
  new Set(codes.flatMap((code) => [code, `${code} whole`, `${code} alone`, `${code} together`]));

describe('the suggested next step', () => {
  test('begins at the start of the path for what brought the couple here, and goes on where they are', () => {
    expect(suggest(ground(['trauma']), done(), new Set())?.title).toBe('Where I am starting from');
    expect(suggest(ground(['trauma']), done('S01'), new Set(['S01']))?.title).toBe('Steadying');
    expect(suggest(ground(['medical']), done('S01'), new Set(['S01']))?.title).toBe('Our agreement');
  });

  test('skips what is not ready yet, and says why it is this one in words', () => {
    const suggestion = suggest(ground(['trauma']), done('S01'), new Set(['S01', 'S05', 'S02']));
    expect(suggestion, 'S06 waits for S02').toMatchObject({ title: 'Ten minutes of full attention', obstacles: [] });
    expect(suggestion?.why).toContain('“Something that happened to one of them”');
    expect(JSON.stringify(suggestion)).not.toMatch(/“S\d\d”/);
  });

  test('walks several paths side by side', () => {
    expect(
      mergePaths([
        ['a', 'b', 'c'],
        ['a', 'd', 'b'],
      ]),
    ).toEqual(['a', 'b', 'd', 'c']);
    expect(suggest(ground(['trauma', 'timePoor']), done('S01'), new Set(['S01', 'S05']))?.why).toContain(
      '“Something that happened to one of them” and “Hardly any time together”',
    );
  });

  test('for a reason without a path it is what all paths share', () => {
    expect(suggest(ground(['conflict']), done('S01'), new Set(['S01']))).toMatchObject({
      title: 'Our agreement',
      why: 'The next step that every path shares.',
    });
  });

  test('with one partner it is one that is done alone, and before anyone was met it says what is missing', () => {
    expect(suggest(ground(['medical'], [1]), done('S01'), new Set(['S01']))?.title).toBe('Your medical questions');
    const unmet = ground(['medical']);
    unmet.people = unmet.people.map((one) => ({ ...one, hasMet: false, isMetForJoint: false }));
    expect(suggest(unmet, done(), new Set())?.obstacles).not.toEqual([]);
    expect(suggest(unmet, done(), new Set())?.mayWaive, 'a meeting is never waived').toBe(false);
  });

  test('is never one of a stage behind the couple', () => {
    const reached = ['S01', 'S02', 'S12', 'S06', 'S15', 'S16', 'S17'];
    expect(suggest(ground(['timePoor']), done(...reached), new Set(reached)), 'S03, S13 and S14 lie behind').toBeNull();
    const begun = ['S01', 'S02'];
    expect(suggest(ground(['timePoor']), done(...begun), new Set(begun))?.title).toBe('Finding our time');
    expect(suggest(ground(['timePoor']), done(...begun), new Set(begun), 2)?.title).not.toBe('Finding our time');
  });

  test('goes back to an earlier stage only where the path itself does', () => {
    const reached = ['S01', 'S05', 'S03', 'S12', 'S13'];
    expect(suggest(ground(['lowMood']), done(...reached), new Set(reached))?.title).toBe('Our agreement');
    expect(suggest(ground(['lowMood']), done(...reached), new Set(reached), 3)?.title).not.toBe('Our agreement');
  });

  test('is never one that is finished, even if its assignment was taken back', () => {
    expect(suggest(ground(['medical']), done('S01'), new Set())?.title).toBe('Our agreement');
  });

  test('ends with the path', () => {
    const all = program.steps.map(({ id }) => id);
    expect(suggest(ground(['medical']), done(...all), new Set(all))).toBeNull();
  });
});

test('stage 4 and intensity 4 and 5 always wait for the therapist’s release', () => {
  for (const step of steps.filter(({ stage, intensity, mode }) => mode !== 'alone' && (stage === 4 || intensity >= 4)))
    expect(needsRelease(step, 'together'), step.title).toBe(true);
});

describe('the search', () => {
  const rows: StepRow[] = program.steps.map((content) => ({
    stepId: content.id,
    versionId: content.id,
    version: 1,
    review: null,
    isRetired: false,
    code: content.id,
    content,
  }));
  const titles = (asked: string) => matchSteps(rows, program.stages, asked).map(({ content }) => content.title);

  test('finds by title first, then by what a step is for, its stage and its intensity', () => {
    expect(titles('holding hands')[0]).toBe('Holding hands');
    expect(titles('HÓLDING')[0]).toBe('Holding hands');
    expect(titles('intensity 5')).toEqual(
      program.steps.filter(({ intensity }) => intensity === 5).map(({ title }) => title),
    );
    expect(titles('stage 4').length).toBe(program.steps.filter(({ stage }) => stage === 4).length);
    expect(titles('comforting').length).toBeGreaterThan(0);
  });

  test('asks for every word, answers all for none, and nothing for nonsense', () => {
    expect(titles('')).toHaveLength(program.steps.length);
    expect(titles('  ?! ')).toHaveLength(program.steps.length);
    expect(titles('massage xyzzy')).toEqual([]);
  });
});
