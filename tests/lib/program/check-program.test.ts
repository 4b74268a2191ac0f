import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Program } from '@/db/program/content';
import { checkProgram } from '@/lib/program/check-program';

const text = await readFile('db/program/program.json', 'utf8');
const copy = (): Program => JSON.parse(text) as Program;

test('the program that ships is sound', () => {
  expect(checkProgram(copy())).toEqual([]);
});

const step = (program: Program, id: string) => program.steps.find((found) => found.id === id)!;

/** One fault per family of rules: what is done to the program, and a piece of the sentence that must come. */
const planted: [family: string, plant: (program: Program) => void, sentence: RegExp][] = [
  ['top level', (p) => Object.assign(p, { extra: 1 }), /^The file has an unknown key "extra"/],
  ['review mark', (p) => (p.status = 'FINAL'), /review by a licensed clinician/],
  ['stages', (p) => (p.stages[2]!.n = 7), /^Stage 2 has the number 7/],
  ['conditions explained', (p) => delete p.conditions.consentOwn, /condition "consentOwn" is not explained/],
  ['source listed', (p) => delete p.sourceStrategies['3']!.phrases['3e'], /"toys" is not listed/],
  ['source covered', (p) => (p.sourceStrategies['1']!.phrases['1z'] = 'more'), /No step covers the source phrase 1z/],
  [
    'question kind',
    (p) => Object.assign(p.questions.comfort!, { kind: 'stars' }),
    /comfort has the unknown kind "stars"/,
  ],
  ['scale ends', (p) => delete p.questions.comfort!.low, /comfort needs low and high/],
  ['opening answer', (p) => (p.consent.alone[0]!.opensWith = ['Maybe']), /opens with "Maybe"/],
  ['raising answer', (p) => (p.questions.freeToStop!.raises![0]!.answers = ['Never']), /raises on "Never"/],
  ['opens and raises', (p) => p.consent.together[1]!.opensWith!.push('Not really'), /both opens and raises/],
  ['safety stays private', (p) => delete p.questions.freeToStop!.neverJoint, /freeToStop is not neverJoint/],
  ['check-in lists', (p) => p.checkIn.short.push('mood'), /names the question "mood", which does not exist/],
  ['audience before text', (p) => p.checkIn.full.reverse(), /reflectionFor does not come just before/],
  ['asked somewhere', (p) => (p.questions.spare = { ask: 'Spare?', kind: 'text' }), /spare is asked nowhere/],
  ['step order', (p) => p.steps.reverse(), /is out of order/],
  ['step shape', (p) => delete (step(p, 'S02') as Partial<Program['steps'][number]>).touch, /S02 lacks "touch"/],
  ['one line why', (p) => (step(p, 'S02').forPartners.why = 'a\nb'), /S02 has a why that is not one line/],
  ['instructions', (p) => (step(p, 'S02').forPartners.instructions = ['One.']), /S02 instructions needs at least 3/],
  ['minutes', (p) => (step(p, 'S02').forPartners.minutes = { min: 20, max: 10 }), /S02 has minutes that make no range/],
  ['private writing', (p) => step(p, 'S03').parts![0]!.instructions.shift(), /S03 alone (does not say|instructions)/],
  ['rhythm', (p) => (step(p, 'S02').rhythm = { kind: 'daily', times: 2, weeks: null }), /2 times, which does not fit/],
  ['check-in depth', (p) => (step(p, 'S20').checkIn = 'short'), /S20 asks the check-in "short"/],
  ['consent rhythm', (p) => (step(p, 'S20').consentEvery = 'once'), /S20 asks consent "once"/],
  ['alone opens alone', (p) => step(p, 'S01').requires!.toOpen.push('consentBoth'), /S01 is done alone but waits/],
  ['together waits for both', (p) => (step(p, 'S06').requires!.toOpen = []), /S06 opens without "bothMetAlone"/],
  [
    'release',
    (p) => removeFrom(step(p, 'S20').requires!.toOpen, 'therapistRelease'),
    /S20 opens without "therapistRelease"/,
  ],
  ['limits', (p) => step(p, 'S02').fields.push('limits'), /S02 opens without "limitsSet"/],
  ['touch after agreeing to stop', (p) => (step(p, 'S06').touch = true), /S06 has touch but/],
  ['gentle stages', (p) => (step(p, 'S06').intensity = 4), /S06 has intensity 4 in stage/],
  ['easier step', (p) => (step(p, 'S01').easier = 'S20'), /S01 has the easier step S20, which is not easier/],
  [
    'adaptation tells its reason',
    (p) => (step(p, 'S01').adaptations[0]!.text = 'After surgery, rest.'),
    /tells its reason/,
  ],
  ['adaptations complete', (p) => step(p, 'S01').adaptations.pop(), /S01 has no adaptation for timePoor/],
  ['circles', (p) => step(p, 'S01').requires!.toAssign.push({ step: 'S01' }), /S01 requires itself/],
  ['reach', (p) => step(p, 'S01').requires!.toAssign.push({ step: 'S01' }), /S01 can never be reached/],
  ['paths', (p) => p.paths.medical.reverse(), /^Path medical comes to/],
  ['bare codes', (p) => (step(p, 'S02').title = 'Do S03'), /bare step code/],
  ['references', (p) => (step(p, 'S02').forPartners.why = 'See {step:S37}.'), /sends partners to S37/],
  ['spelling', (p) => (step(p, 'S02').forPartners.why = 'Find your favourite.'), /British spelling/],
  ['tone', (p) => (step(p, 'S02').forPartners.why = 'Well done!'), /out of tone/],
  ['staff words', (p) => (step(p, 'S02').forPartners.why = 'This raises alerts.'), /staff word "alerts"/],
  ['gender', (p) => (step(p, 'S02').forPartners.why = 'Ask your wife.'), /gendered word/],
  ['explicit', (p) => (step(p, 'S02').forPartners.why = 'Intercourse.'), /explicit word/],
];

function removeFrom(list: string[], word: string) {
  list.splice(list.indexOf(word), 1);
}

describe('a planted fault is found', () => {
  test.each(planted)('%s', (_family, plant, sentence) => {
    const program = copy();
    plant(program);
    expect(checkProgram(program)).toEqual(expect.arrayContaining([expect.stringMatching(sentence)]));
  });

  test.each([null, [], {}, 'text', { steps: [] }])(
    'a file that is no program is said to be broken, not thrown: %j',
    (file) => {
      expect(checkProgram(file)).not.toEqual([]);
    },
  );
});
