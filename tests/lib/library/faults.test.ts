// Each kind of fault that an edit can make has its sentence, beside the field it is about, in words and never in codes.
import { beforeAll, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { readLibrary } from '@/lib/program/read-library';
import type { StepForm } from '@/lib/library/step-content';
import { useFreshDatabase } from '../../support/database';
import { makePractice, makeStaff, type StaffInTest } from '../../support/people';
import { edit, faultsOf } from './library-in-test';

const database = useFreshDatabase();
let therapist: StaffInTest;
let ids: Map<string, string>;
beforeAll(async () => {
  const practice = await makePractice(database.owner);
  therapist = await makeStaff(database.owner, practice);
  const { rows } = await database.owner.query<{ code: string; id: string }>(
    'select code, id from steps where practice_id = $1',
    [practice.practiceId],
  );
  ids = new Map(rows.map(({ code, id }) => [code, id]));
});

const without = (list: string[], word: string) => list.filter((one) => one !== word);

const planted: [fault: string, code: string, plant: (form: StepForm) => unknown, field: string, sentence: RegExp][] = [
  ['why of two lines', 'S02', (f) => (f.why = 'a'.repeat(130)), 'why', /one line of at most 120/],
  ['no why', 'S02', (f) => (f.why = ''), 'why', /one line/],
  [
    'too few instructions',
    'S02',
    (f) => (f.units.whole.instructions = ['One.']),
    'units.whole.instructions',
    /at least 3/,
  ],
  [
    'too many instructions',
    'S02',
    (f) => (f.units.whole.instructions = Array.from({ length: 7 }, (_, n) => `Step ${n}.`)),
    'units.whole.instructions',
    /six at most/,
  ],
  [
    'an empty row',
    'S02',
    (f) => (f.units.whole.instructions[1] = ''),
    'units.whole.instructions.1',
    /take the row away/,
  ],
  ['minutes', 'S02', (f) => (f.units.whole.minutes = { min: 30, max: 10 }), 'units.whole.minutes.max', /1 to 90/],
  [
    'private writing',
    'S03',
    (f) => f.units.alone.instructions.shift(),
    'units.alone.instructions',
    /word for word|at least/,
  ],
  ['cautions', 'S02', (f) => (f.cautions = []), 'cautions', /at least one/],
  ['judgment', 'S02', (f) => (f.judgment = ['']), 'judgment.0', /take the row away/],
  ['rhythm', 'S02', (f) => (f.rhythm = { kind: 'mostDays', times: 2, weeks: null }), 'rhythm.times', /from 4 to 6/],
  ['weeks', 'S17', (f) => (f.rhythm = { ...f.rhythm, weeks: 60 }), 'rhythm.weeks', /1 to 52/],
  ['evidence', 'S02', (f) => (f.evidence = 'Surely.'), 'evidence', /SB or INF/],
  ['no strategy', 'S02', (f) => (f.sourceStrategies = []), 'sourceStrategies', /at least one strategy/],
  ['unknown stage', 'S02', (f) => (f.stage = 9), 'stage', /Choose a stage/],
  [
    'alone waits for the other',
    'S01',
    (f) => f.units.whole.toOpen.push('consentBoth'),
    'units.whole.toOpen',
    /never waits/,
  ],
  ['together without both', 'S06', (f) => (f.units.whole.toOpen = []), 'units.whole.toOpen', /Each was met alone/],
  [
    'no release',
    'S20',
    (f) => (f.units.whole.toOpen = without(f.units.whole.toOpen, 'therapistRelease')),
    'units.whole.toOpen',
    /released/,
  ],
  ['limits', 'S02', (f) => f.fields.push('limits'), 'units.whole.toOpen', /written its limits/],
  [
    'own alone part',
    'S03',
    (f) => (f.units.together.toAssign = []),
    'units.together.toAssign',
    /done alone comes first/,
  ],
  [
    'touch before boundaries',
    'S06',
    (f) => {
      f.touch = true;
      f.intensity = 2;
    },
    'units.whole.toAssign',
    /comes before anything with touch/,
  ],
  ['touch alone', 'S01', (f) => (f.touch = true), 'touch', /no touch between the two/],
  ['gentle stages', 'S06', (f) => (f.intensity = 4), 'intensity', /intensity 2 at most/],
  ['more intense first', 'S06', (f) => f.units.whole.toAssign.push('S20'), 'units.whole.toAssign', /more intense/],
  ['a circle', 'S06', (f) => f.units.whole.toAssign.push('self'), 'units.whole.toAssign', /circle/],
  [
    'twice the same',
    'S17',
    (f) => f.units.whole.toAssign.push(f.units.whole.toAssign[0]!),
    'units.whole.toAssign',
    /chosen twice/,
  ],
  ['no step chosen', 'S17', (f) => f.units.whole.toAssign.push(''), 'units.whole.toAssign', /no such step/],
  ['no easier version', 'S02', (f) => (f.easier = { step: '', text: '' }), 'easier.text', /easier version/],
  ['not easier', 'S01', (f) => (f.easier = { step: 'S20', text: '' }), 'easier.step', /same intensity or less/],
  ['adaptations missing', 'S01', (f) => f.adaptations.pop(), 'adaptations', /Add one for “Hardly any time together”/],
  [
    'adaptation tells its reason',
    'S01',
    (f) => (f.adaptations[0]!.text = 'After surgery, rest.'),
    'adaptations.0.text',
    /“surg” tells its reason/,
  ],
  [
    'adaptation tells whom',
    'S06',
    (f) => {
      f.adaptations[0]!.for = 'both';
      f.adaptations[0]!.text = 'The partner who is tired sits.';
    },
    'adaptations.0.text',
    /tells whom/,
  ],
  ['adaptation for both alone', 'S01', (f) => (f.adaptations[0]!.for = 'both'), 'adaptations.0.for', /one person only/],
  ['asked twice', 'S02', (f) => f.extraCheckIn.push('comfort'), `extraCheckIn`, /asks this already/],
  ['asked too early', 'S02', (f) => f.extraConsent.push('blamed'), 'extraConsent', /comes afterwards/],
  ['no question chosen', 'S02', (f) => f.extraCheckIn.push(''), 'extraCheckIn', /every row/],
  ['unknown field', 'S02', (f) => f.fields.push('weather'), 'fields', /from the list/],
  ['bare code', 'S02', (f) => (f.why = 'Do S03 next.'), 'why', /never by a code/],
  ['not met yet', 'S02', (f) => (f.why = 'See {step:S37}.'), 'why', /may not have met it/],
  ['spelling', 'S02', (f) => (f.purpose = 'Their favourite.'), 'purpose', /“favourite” is British/],
  ['tone', 'S02', (f) => (f.why = 'Well done!'), 'why', /“!” is out of tone/],
  ['staff word', 'S02', (f) => (f.why = 'This raises alerts.'), 'why', /a word for staff/],
  ['care team', 'S02', (f) => (f.why = 'Ask the care team.'), 'why', /your therapist/],
  [
    'gender',
    'S02',
    (f) => (f.units.whole.instructions[0] = 'Ask your wife.'),
    'units.whole.instructions.0',
    /assumes a gender/,
  ],
  ['explicit', 'S02', (f) => (f.adaptations[0]!.text = 'Without intercourse.'), 'adaptations.0.text', /explicit/],
  ['elsewhere: more intense', 'S15', (f) => (f.intensity = 5), 'elsewhere', /In “.*”: .*more intense/],
];

test.each(planted)('%s', async (_, code, plant, field, sentence) => {
  const faults = await faultsOf(edit(therapist, ids.get(code)!, plant));
  const at = Object.keys(faults).find((name) => name === field || (name.startsWith(`${field}.`) && /\d$/.test(name)));
  expect(faults[at ?? ''], JSON.stringify(faults)).toMatch(sentence);
  expect(JSON.stringify(faults), 'no code of a step, no name of a condition').not.toMatch(
    /\bS\d\d\b|bothMetAlone|toAssign":"[a-z]/,
  );
});

test('a strategy or a question that no step would have any more is told where it was', async () => {
  const { stages } = await asActor(therapist.token, (tx) => readLibrary(tx, ''));
  expect(stages.length).toBeGreaterThan(3);
  const faults = await faultsOf(edit(therapist, ids.get('S27')!, (form) => (form.sourceStrategies = ['1a'])));
  expect(faults.sourceStrategies).toMatch(/No step is left for “/);
  const before = await faultsOf(
    edit(therapist, ids.get('S01')!, (form) => (form.extraCheckIn = form.extraConsent = [])),
  );
  expect(before.extraConsent).toMatch(/would ask “.*” any more/);
});
