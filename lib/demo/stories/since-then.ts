/** Couples of the last weeks: names in other scripts, a dip, a start with each alone, and couples of the other therapists. */
import 'server-only';
import { begins, meetsWeekly, takes, takesInParts } from '../course';
import { inTreatment } from '../in-treatment';
import { PARTNERS, STAFF } from '../people';
import { type Joins, type Moment, moment, type Stage } from '../stage';
import { closedByPractice } from '../endings';
import { plansSession, session, sessionWithDraft } from '../therapy';

/** Names and words in Japanese and in Russian. */
export function sakuraAndPrimer(stage: Stage): Moment[] {
  const couple = inTreatment(stage, {
    partners: [PARTNERS.sakura, PARTNERS.primer],
    reasons: ['timePoor'],
    goals: 'A language for closeness that neither has to translate.',
    policy: 'limitedSecrets',
  });
  return [
    ...begins(couple, 44, [5, 6], [5, 6]),
    ...takes(couple, {
      code: 'S06',
      from: 37,
      until: 27,
      evenings: [
        [35, 5, 6],
        [31, 6, 6],
        [29, 5, 7],
      ],
      terms: { conditions: ['Each in the language of their choice'] },
    }),
    ...takes(couple, {
      code: 'S32',
      from: 27,
      until: 13,
      evenings: [
        [25, 6, 6],
        [21, 6, 7],
        [16, 7, 7],
      ],
    }),
    ...takes(couple, {
      code: 'S13',
      from: 13,
      evenings: [
        [11, 6, 7],
        [6, 7, 7],
        [3, 7, 6],
      ],
      terms: { opensOn: [0], line: 'Tea counts.' },
    }),
    moment(3, '21:20', couple.write(0, 'shared', 'ゆっくり話せて、うれしかったです。')),
    moment(2, '21:25', couple.write(1, 'shared', 'Спасибо, что подождала, пока я искал слово.')),
    ...meetsWeekly(couple, {
      at: '09:00',
      from: 35,
      to: 7,
      about: [
        'They switch languages when it becomes personal, and both noticed it today.',
        'Asking “what would help?” was easier in writing at first.',
        'They brought a word that has no translation and explained it to each other.',
      ],
    }),
    moment(1, '12:40', plansSession(couple, { ago: stage.calendar.calendarToday, at: '09:00' })),
  ];
}

/** Names from right to left; the therapist opens this couple's step each week. */
export function noaAndSamir(stage: Stage): Moment[] {
  const couple = inTreatment(stage, {
    partners: [PARTNERS.noa, PARTNERS.samir],
    reasons: ['medical', 'lowMood'],
    goals: 'Touch that is allowed to lead nowhere.',
    policy: 'strictPrivate',
  });
  return [
    ...begins(couple, 66, [5, 4], [5, 5]),
    ...takes(couple, {
      code: 'S06',
      from: 59,
      until: 48,
      evenings: [
        [57, 5, 4],
        [53, 5, 5],
        [50, 6, 5],
      ],
    }),
    ...takesInParts(couple, 'S15', 48, [6, 5], [6, 6]),
    ...takes(couple, {
      code: 'S16',
      from: 44,
      until: 33,
      evenings: [
        [42, 6, 5],
        [38, 6, 6],
        [35, 7, 6],
      ],
    }),
    ...takes(couple, {
      code: 'S18',
      from: 33,
      until: 19,
      evenings: [
        [31, 6, 6],
        [28, 7, 6],
        [24, 7, 7],
        [21, 7, 7],
      ],
    }),
    ...takes(couple, {
      code: 'S20',
      from: 19,
      evenings: [
        [16, 5, 6],
        [13, 6, 6],
        [9, 4, [5, { done: 'We stopped' }]],
        [6, 6, 6],
        [2, 7, 6],
      ],
      terms: { conditions: ['Hands and arms only', 'Lights on', 'Ten minutes each'], line: 'Stopping is part of it.' },
    }),
    ...meetsWeekly(couple, {
      at: '16:00',
      from: 60,
      to: 4,
      late: [32],
      about: [
        'Both described what a good evening was before the illness. The lists overlapped by half.',
        'Samir prefers to be told; Noa prefers to show. They tried both.',
        'They stopped after four minutes one evening and called it the best one.',
        'Shoulders yes, feet no: settled without discussion.',
        'Noa asked for more light. It was easier to ask than she had feared.',
      ],
    }),
    moment(4, '17:05', plansSession(couple, { ago: -3, at: '16:00' })),
  ];
}

/** A dip after a good start, with Theo: Val asked to be called. */
export function umaAndVal(stage: Stage): Moment[] {
  const couple = inTreatment(stage, {
    therapist: STAFF.cover,
    partners: [PARTNERS.uma, PARTNERS.val],
    reasons: ['lowMood'],
    goals: 'To ask for help before it becomes an accusation.',
    policy: 'noSecrets',
  });
  return [
    ...begins(couple, 40, [6, 5], [6, 6]),
    ...takes(couple, {
      code: 'S06',
      from: 33,
      until: 20,
      evenings: [
        [31, 6, 6],
        [27, 6, 6],
        [23, 7, 6],
      ],
    }),
    ...takes(couple, {
      code: 'S32',
      from: 20,
      evenings: [
        [18, 7, 6],
        [13, 5, 5],
        [8, 4, 4],
        [4, 3, 4],
        [1, 3, [4, { contactMe: 'Yes', couldAsk: 'No' }]],
      ],
    }),
    ...meetsWeekly(couple, {
      at: '12:00',
      from: 33,
      to: 12,
      about: [
        'Uma described the start of the week as light; Val was surprised.',
        'They tried to guess what would help and were wrong, kindly.',
        'A hard week at work for both. They came anyway.',
      ],
    }),
    moment(2, '10:45', plansSession(couple, { ago: -2, at: '12:00' })),
  ];
}

/** Each alone first: shared steps stay closed until Xan is met again. Last week's note waits for its signature. */
export function wrenAndXan(stage: Stage): Moment[] {
  const couple = inTreatment(stage, {
    partners: [PARTNERS.wren, PARTNERS.xan],
    reasons: ['trauma', 'lowMood'],
    goals: 'To feel safe in one’s own skin first.',
    policy: 'strictPrivate',
  });
  return [
    moment(
      25,
      '10:30',
      couple.begin,
      couple.meet(0, 25, 'Wants to know each step before it comes.'),
      couple.meet(1, 25, 'Sleeps badly; would like a few hours alone here first.', 'individualFirst'),
    ),
    moment(25, '19:20', couple.accept(0, 1)),
    ...takes(couple, {
      code: 'S05',
      from: 24,
      until: 10,
      evenings: [
        [22, 3, 4],
        [18, 4, 4],
        [12, 4, 5],
      ],
    }),
    ...takes(couple, {
      code: 'S35',
      from: 10,
      evenings: [
        [8, 5, 5],
        [4, 4, 6],
      ],
    }),
    ...meetsWeekly(couple, {
      at: '13:00',
      from: 20,
      to: 13,
      withOnly: 1,
      about: [
        'Talked about nights, and about what helps by day.',
        'Two calmer nights. The breathing is too slow for him; we changed it.',
      ],
    }),
    sessionWithDraft(
      couple,
      { ago: 6, at: '13:00', end: '13:55', withOnly: 1 },
      { data: 'Seen alone. He asked how it would be to begin something shared, and when.', assessment: '', plan: '' },
    ),
    moment(
      4,
      '21:40',
      couple.write(0, 'private', 'It was easier with my eyes open. Could that be written down somewhere, just for me?'),
    ),
    moment(2, '10:50', plansSession(couple, { ago: -1, at: '13:00', withOnly: 1 })),
  ];
}

/** Toni's couple, which Tess covers: Toni could not be reached yesterday night, and the practice closed what they share. */
export function yazAndZed(stage: Stage, joins: Joins): Moment[] {
  const couple = inTreatment(stage, {
    therapist: STAFF.third,
    partners: [PARTNERS.yaz, PARTNERS.zed],
    reasons: ['conflict'],
    goals: 'To say a worry once, and have it stay said.',
    policy: 'limitedSecrets',
  });
  return [
    ...begins(couple, 55, [4, 5], [4, 5]),
    ...takes(couple, {
      code: 'S06',
      from: 48,
      until: 30,
      evenings: [
        [46, 4, 5],
        [41, 5, 5],
        [36, 5, 6],
        [32, 6, 6],
      ],
    }),
    ...takes(couple, {
      code: 'S09',
      from: 30,
      evenings: [
        [28, 5, 6],
        [21, 6, 6],
        [14, 6, 6],
        [7, 6, 7],
      ],
    }),
    ...meetsWeekly(couple, {
      at: '17:00',
      from: 51,
      to: 9,
      about: [
        'Zed keeps worries in a notebook; Yaz would rather hear them.',
        'One worry each, five minutes, and then the washing-up. It held.',
        'They disagree about money and agreed on when to talk about it.',
      ],
    }),
    moment(
      3,
      '09:50',
      joins(() => couple.coupleId),
    ),
    ...session(
      couple,
      { ago: 2, at: '17:00', end: '17:55', withOnly: 0 },
      {
        format: 'DAP',
        sections: {
          data: 'Seen alone. Yaz finds the five minutes easier than the quiet after them.',
          assessment: 'Settles fast once there is something to do.',
          plan: '- the washing-up stays part of it',
        },
      },
    ),
    moment(3, '10:00', plansSession(couple, { ago: -5, at: '17:00' })),
    moment(1, '22:20', closedByPractice(couple)),
  ];
}
