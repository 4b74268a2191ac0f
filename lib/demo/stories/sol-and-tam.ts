/** A couple at the last stage, after ten weeks; the work ended some days ago, as both wished. */
import 'server-only';
import { begins, meetsWeekly, takes, takesInParts } from '../course';
import { inTreatment } from '../in-treatment';
import { PARTNERS } from '../people';
import { ends } from '../endings';
import { type Moment, moment, type Stage } from '../stage';

/** Done: what to keep, and what to do in a hard week. */
export function solAndTam(stage: Stage): Moment[] {
  const couple = inTreatment(stage, {
    partners: [PARTNERS.sol, PARTNERS.tam],
    reasons: ['timePoor', 'loss'],
    goals: 'To keep what came back after the move, and to notice early when it slips.',
    policy: 'limitedSecrets',
  });
  return [
    ...begins(couple, 70, [5, 5], [6, 5]),
    ...takes(couple, {
      code: 'S06',
      from: 63,
      until: 52,
      evenings: [
        [61, 6, 5],
        [57, 6, 6],
        [54, 7, 6],
      ],
    }),
    ...takes(couple, {
      code: 'S13',
      from: 52,
      until: 40,
      evenings: [
        [50, 7, 7],
        [44, 7, 8],
      ],
    }),
    ...takesInParts(couple, 'S15', 45, [7, 7], [7, 7]),
    ...takes(couple, {
      code: 'S16',
      from: 40,
      until: 26,
      evenings: [
        [38, 7, 7],
        [33, 8, 7],
        [28, 8, 8],
      ],
    }),
    ...takes(couple, {
      code: 'S14',
      from: 26,
      until: 12,
      evenings: [
        [24, 8, 8],
        [19, 6, 5],
        [14, 8, 8],
      ],
    }),
    ...takes(couple, {
      code: 'S30',
      from: 12,
      evenings: [
        [10, 8, 9],
        [6, 9, 9],
      ],
      terms: { line: 'Write down one sign that tells you early.' },
    }),
    ...meetsWeekly(couple, {
      at: '10:00',
      from: 65,
      to: 9,
      every: 14,
      about: [
        'The move cost them friends and an hour a day. They miss the hour more.',
        'Ten minutes of attention turned into half an hour twice; they stopped while it was good.',
        'Tam spoke about his father’s house. Sol listened without offering a plan.',
        'One bad week, and both knew what to do on the third day.',
        'They would like to come once a month, and then see.',
      ],
    }),
    moment(
      4,
      '10:00',
      ends(couple, {
        reason: 'reached',
        words: 'They said so together, and would call if it slips.',
        summary:
          'Came after a move that left no time for each other. Worked through listening, attention and comforting touch; what came back has stayed for six weeks, and one bad week was mended by themselves. Recommended: the sign that Tam wrote down, and a call in spring if they wish.',
      }),
    ),
  ];
}
