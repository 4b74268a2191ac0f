/** Three couples who have come for ten weeks: a steady one, one that is stuck, one that went far. */
import 'server-only';
import { begins, meetsWeekly, settles, takes, takesInParts } from '../course';
import { inTreatment } from '../in-treatment';
import { PARTNERS } from '../people';
import { type Joins, type Moment, moment, type Stage } from '../stage';
import { plansSession, session } from '../therapy';

/** Steady, with a slow rise: asked anew today whether they want this week's step. */
export function lenaAndMo(stage: Stage): Moment[] {
  const couple = inTreatment(stage, {
    partners: [PARTNERS.lena, PARTNERS.mo],
    reasons: ['medical'],
    goals: 'To be near each other again after a long treatment, and to know that stopping is fine.',
    policy: 'limitedSecrets',
  });
  return [
    ...begins(couple, 70, [4, 5], [5, 5]),
    ...takes(couple, {
      code: 'S06',
      from: 63,
      until: 49,
      evenings: [
        [61, 4, 5],
        [58, 5, 5],
        [54, 5, 6],
        [51, 6, 6],
      ],
      terms: { conditions: ['Sitting', 'Ten minutes at most'] },
    }),
    ...takes(couple, {
      code: 'S13',
      from: 56,
      until: 42,
      evenings: [
        [53, 6, 6],
        [47, 6, 7],
      ],
    }),
    ...takesInParts(couple, 'S15', 48, [6, 6], [6, 7]),
    ...takes(couple, {
      code: 'S16',
      from: 44,
      until: 30,
      evenings: [
        [42, 5, 6],
        [38, 6, 6],
        [35, 6, 7],
        [32, 7, 7],
      ],
    }),
    ...takes(couple, {
      code: 'S18',
      from: 30,
      until: 15,
      evenings: [
        [28, 6, 7],
        [25, 6, 6],
        [20, 7, 7],
        [
          17,
          7,
          [
            8,
            { reflectionFor: 'My therapist and me', reflection: 'The right shoulder is out, still. Hands are good.' },
          ],
        ],
      ],
      terms: { conditions: ['Clothed', 'Warm room', 'Ask before each change'] },
    }),
    ...takes(couple, {
      code: 'S17',
      from: 15,
      evenings: [
        [12, 6, 7],
        [10, 7, 7],
        [5, 7, 8],
        [3, [7, { reflectionFor: 'My partner too', reflection: 'I liked that we were quiet afterwards.' }], 8],
      ],
      terms: { conditions: ['Clothed', 'Sitting or lying down', 'Five minutes'], line: 'Shorter is all right.' },
    }),
    ...meetsWeekly(couple, {
      at: '11:00',
      from: 66,
      to: 3,
      late: [38],
      about: [
        'Each said what the treatment took, and what it left untouched.',
        'They showed one round of speaking and reflecting; Mo lost the thread and asked again.',
        'Lena: “I had forgotten that we can be silly.” Mo agreed.',
        'The week was full of appointments; they kept two evenings.',
        'Holding hands went from a task to a habit, in their words.',
        'A condition was added at their own wish: ask before each change.',
      ],
    }),
    moment(3, '12:05', plansSession(couple, { ago: -4, at: '11:00' })),
  ];
}

/** Stuck: comfort stays low, and fell again this week. */
export function niaAndOz(stage: Stage): Moment[] {
  const couple = inTreatment(stage, {
    partners: [PARTNERS.nia, PARTNERS.oz],
    reasons: ['conflict', 'timePoor'],
    goals: 'To get through a conversation without one of them leaving the room.',
    policy: 'limitedSecrets',
  });
  return [
    ...begins(couple, 69, [4, 4], [5, 4]),
    ...takes(couple, {
      code: 'S06',
      from: 62,
      until: 41,
      evenings: [
        [60, 5, 4],
        [56, 4, 5],
        [52, 5, 4],
        [47, 5, 4],
        [43, 4, 5],
      ],
    }),
    ...takes(couple, {
      code: 'S07',
      from: 41,
      evenings: [
        [39, 4, 4],
        [34, 5, 4],
        [27, 4, 4],
        [20, 4, 3],
        [13, 4, 3],
        [6, 4, 4],
        [4, 3, 4],
        [2, 3, [4, { blamed: 'Yes' }]],
      ],
      terms: { conditions: ['Not after ten in the evening'], line: 'One sentence that begins with “I”.' },
    }),
    ...takes(couple, {
      code: 'S32',
      from: 25,
      until: 12,
      evenings: [
        [22, 5, 5],
        [15, 4, 4],
      ],
    }),
    settles(couple, 12),
    moment(
      6,
      '22:10',
      couple.write(
        1,
        'private',
        'I say the sentence as we practiced it, and it still lands like a complaint. I do not know what to change.',
      ),
    ),
    ...meetsWeekly(couple, {
      at: '15:00',
      from: 64,
      to: 8,
      late: [50, 22],
      about: [
        'Both want fewer quarrels and neither wants to be the first to be quiet.',
        'They went through one evening minute by minute and stopped at the door.',
        'Oz began softly in the room; Nia answered to what came before it.',
        'Same argument, other occasion. Both laughed about that, briefly.',
        'Nia asked whether they should rest from steps for a while.',
      ],
    }),
    moment(1, '11:30', plansSession(couple, { ago: -1, at: '15:00' })),
  ];
}

/** A steady rise to evenings of their own; two therapists share the care. */
export function quinnAndRue(stage: Stage, joins: Joins): Moment[] {
  const couple = inTreatment(stage, {
    partners: [PARTNERS.quinn, PARTNERS.rue],
    reasons: ['lowMood', 'timePoor'],
    goals: 'Evenings that belong to both, whether or not anything follows.',
    policy: 'noSecrets',
  });
  return [
    ...begins(couple, 70, [5, 4], [5, 5]),
    moment(
      69,
      '09:40',
      joins(() => couple.coupleId),
    ),
    ...takes(couple, {
      code: 'S06',
      from: 63,
      until: 53,
      evenings: [
        [61, 5, 4],
        [58, 6, 5],
        [55, 6, 6],
      ],
    }),
    ...takesInParts(couple, 'S15', 53, [6, 6], [7, 6]),
    ...takes(couple, {
      code: 'S16',
      from: 49,
      until: 39,
      evenings: [
        [47, 6, 6],
        [43, 7, 6],
        [40, 7, 7],
      ],
    }),
    ...takes(couple, {
      code: 'S18',
      from: 39,
      until: 25,
      evenings: [
        [37, 6, 7],
        [34, 7, 7],
        [30, 7, 7],
        [27, 8, 7],
      ],
      terms: { conditions: ['Clothed', 'Feet are left out'] },
    }),
    ...takes(couple, {
      code: 'S24',
      from: 25,
      evenings: [
        [22, 7, 8],
        [15, 8, 8],
        [8, 8, 9],
        [
          1,
          9,
          [8, { reflectionFor: 'My therapist and me', reflection: 'Orange peel and rain. I had not expected that.' }],
        ],
      ],
      terms: {
        opensOn: [0],
        conditions: ['Nothing with nuts', 'Music without words'],
        line: 'Three small things are plenty.',
      },
    }),
    moment(8, '22:30', couple.write(0, 'shared', 'I was glad that you chose the cinnamon.')),
    ...meetsWeekly(couple, {
      at: '14:00',
      from: 63,
      to: 7,
      about: [
        'Rue described low days as “gray, not sad”; Quinn had taken them for distance.',
        'They compared lists of what is welcome and found more than they thought.',
        'Quinn noticed that he waits to be asked. Both wish to take turns.',
        'A good week. They asked what happens when it is not one.',
        'They planned an evening down to the teapot and changed it halfway.',
      ],
    }),
    // Held by both who treat them: the other’s signature is still awaited.
    ...session(
      couple,
      { ago: 5, at: '09:00', end: '09:55' },
      {
        format: 'DAP',
        sections: {
          data: 'Both named one thing to keep from the last weeks, and each named the same one.',
          assessment: 'Setbacks are spoken of within a day now.',
          plan: 'One more evening of the step; then look at the goals together.',
        },
        asksCoTherapist: true,
      },
    ),
    moment(1, '12:15', plansSession(couple, { ago: stage.calendar.calendarToday, at: '14:00' })),
    moment(1, '12:20', plansSession(couple, { ago: -7, at: '14:00' })),
  ];
}
