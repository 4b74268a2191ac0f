/** A steady couple: five weeks of steps and check-ins, and yesterday's note not signed yet. */
import 'server-only';
import { keepsProcessNote, setsGoal } from '../frame';
import { felt, inTreatment, YES } from '../in-treatment';
import { PARTNERS } from '../people';
import { assigns, finishes, releases } from '../plan';
import { releasesRecord } from '../record-releases';
import { type Moment, moment, type Stage } from '../stage';
import { plansSession, session, sessionWithDraft, type Written } from '../therapy';

const OWN_TIME = 'Time for each other that is not about the children or the house.';

export function cleoAndDev(stage: Stage): Moment[] {
  const couple = inTreatment(stage, {
    partners: [PARTNERS.cleo, PARTNERS.dev],
    reasons: ['timePoor'],
    goals: OWN_TIME,
    policy: 'noSecrets',
  });
  const checkIn = (
    ago: number,
    code: string,
    comfort: [number, number],
    more = {},
    unit: 'whole' | 'alone' | 'together' = 'whole',
  ) =>
    moment(
      ago,
      '20:45',
      couple.checkIn(
        code,
        unit,
        comfort.map((value) => felt(value, more)),
      ),
    );
  return [
    moment(35, '10:30', couple.begin, couple.meet(0, 37), couple.meet(1, 37)),
    moment(
      35,
      '11:10',
      setsGoal(couple, {
        words: 'One evening a week is kept free, whatever the week brings.',
        under: OWN_TIME,
        review: 1,
      }),
      keepsProcessNote(couple, 35, 'They are funny together. Beware of liking that too much.'),
    ),
    moment(35, '19:40', couple.accept(0, 1)),
    moment(35, '19:55', assigns(couple, 'S01')),
    moment(34, '20:00', couple.consent('S01', 'whole', [YES.alone, YES.alone])),
    checkIn(34, 'S01', [4, 5]),
    moment(32, '09:15', finishes(couple, 'S01'), assigns(couple, 'S02', { opensOn: [30] })),
    moment(31, '20:10', couple.consent('S02', 'whole', [YES.agreement, YES.agreement])),
    checkIn(30, 'S02', [4, 6]),
    ...session(couple, { ago: 28, at: '10:00', end: '10:55' }, NOTES[0]!),
    moment(28, '11:00', finishes(couple, 'S02'), assigns(couple, 'S06', { opensOn: [26, 23, 20, 16] })),
    moment(27, '20:30', couple.consent('S06', 'whole', [YES.together, YES.together])),
    checkIn(26, 'S06', [5, 4], { heard: '5' }),
    checkIn(23, 'S06', [5, 6], { heard: '6' }),
    ...session(couple, { ago: 21, at: '10:00', end: '10:55' }, NOTES[1]!),
    moment(
      21,
      '11:00',
      assigns(couple, 'S13', { opensOn: [18, 10], line: 'Ten minutes are enough. Stop while it is good.' }),
    ),
    moment(20, '20:05', couple.consent('S13', 'whole', [YES.together, { ...YES.together, talkOrQuiet: 'Either' }])),
    checkIn(20, 'S06', [6, 6], { heard: '7' }),
    checkIn(18, 'S13', [6, 7]),
    checkIn(16, 'S06', [5, 7], { heard: '7' }),
    ...session(couple, { ago: 14, at: '10:00', end: '10:55' }, NOTES[2]!),
    moment(14, '11:00', finishes(couple, 'S06'), assigns(couple, 'S15', { opensOn: [11] })),
    moment(
      13,
      '20:00',
      couple.consent('S15', 'alone', [YES.alone, YES.alone]),
      couple.consent('S15', 'together', [YES.together, YES.together]),
    ),
    checkIn(13, 'S15', [6, 6], {}, 'alone'),
    moment(12, '09:20', finishes(couple, 'S15', 'alone'), releases(couple, 'S15', 'together')),
    checkIn(11, 'S15', [7, 6], { markedFreely: 'Yes', listWorry: 'No' }, 'together'),
    checkIn(10, 'S13', [7, 7]),
    ...session(couple, { ago: 7, at: '10:00', end: '10:55' }, NOTES[3]!),
    moment(
      7,
      '11:00',
      finishes(couple, 'S13'),
      finishes(couple, 'S15'),
      assigns(couple, 'S16', { opensOn: [5, 3, 1, 0], conditions: ['Lights on', 'At the kitchen table or outside'] }),
    ),
    moment(6, '20:25', couple.consent('S16', 'whole', [YES.together, YES.together])),
    checkIn(5, 'S16', [6, 7]),
    moment(
      4,
      '17:30',
      releasesRecord(couple, 0, {
        kinds: ['individualNotes', 'jointNotes', 'checkIns'],
        asker: 'Dr. Robin Invented',
        recipientName: 'Dr. Robin Invented',
        recipientAddress: '12 Nowhere Lane\nExampleton',
        purpose: 'Therapy of her own, which begins in the new year.',
        until: -60,
        reason: 'What Dev said of himself, which he has not authorized.',
      }),
    ),
    checkIn(3, 'S16', [7, 8]),
    checkIn(1, 'S16', [8, 7]),
    sessionWithDraft(
      couple,
      { ago: 1, at: '16:00', end: '16:58' },
      {
        data: 'Both attended. Holding hands while walking went easily; at the table it felt staged to Dev.',
        assessment: '',
        plan: '',
        interventions: 'communication\nreview',
      },
      { data: 'Both attended. Holding hands went easily.', assessment: '', plan: '' },
    ),
    moment(1, '17:00', plansSession(couple, { ago: -6, at: '10:00' })),
  ];
}

const NOTES: Written[] = [
  {
    format: 'DAP',
    sections: {
      data: 'Both attended. They read their agreement aloud and changed one word.',
      assessment: 'Ready for talking and listening.',
      plan: 'One speaks, one reflects, twice a week.',
    },
  },
  {
    format: 'DAP',
    sections: {
      data: 'Both attended. The first round ended in an argument about the calendar, the second did not.',
      assessment: 'They repair quickly. Time is the obstacle, not willingness.',
      plan: 'Add ten minutes of full attention on most days.',
    },
  },
  {
    format: 'DAP',
    sections: {
      data: 'Both attended. Both describe evenings as lighter. Dev would like more quiet company.',
      assessment: 'Comfort rises for both, and they differ without anyone giving way.',
      plan: 'Lists of what is welcome, each alone first.',
    },
  },
  {
    format: 'SOAP',
    sections: {
      subjective: 'Cleo: “It was good to have it said.” Dev: “I had feared the list more than the talk.”',
      objective: 'They read the list together without asking why.',
      assessment: 'Boundaries are known and respected.',
      plan: 'Holding hands, lights on, where they like.',
    },
    addendum: { ago: 6, text: 'Corrected: the next session is in six days, not seven.' },
  },
];
