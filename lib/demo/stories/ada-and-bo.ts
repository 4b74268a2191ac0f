/** The couple to try first: three weeks in, with a step that is open to both today and tomorrow. */
import 'server-only';
import { diagnoses, keepsProcessNote, movesGoal, rewords, setsGoal } from '../frame';
import { felt, inTreatment, YES } from '../in-treatment';
import { answers, entersPaper, entersTotal, gives } from '../measures';
import { PARTNERS } from '../people';
import { assigns, finishes } from '../plan';
import { printsLetter, refers, signsPaper } from '../referrals';
import { type Moment, moment, type Stage } from '../stage';
import { plansSession, session, type Written } from '../therapy';

const CLOSE = 'To be close again after Ada’s surgery, without hurry.';

export function adaAndBo(stage: Stage): Moment[] {
  const couple = inTreatment(stage, {
    partners: [PARTNERS.ada, PARTNERS.bo],
    reasons: ['medical', 'timePoor'],
    goals: `${CLOSE}\nTo talk without one of them going quiet.`,
    policy: 'limitedSecrets',
  });
  return [
    moment(
      21,
      '11:00',
      couple.begin,
      couple.meet(0, 21, 'Goes slowly; wants to say stop without explaining.'),
      couple.meet(1, 21),
    ),
    moment(
      21,
      '11:20',
      setsGoal(couple, { words: 'A weekend away with no plan.' }),
      setsGoal(couple, { of: 0, words: 'To look at the scar without turning away.', review: -14 }),
      diagnoses(couple, 0, 'Z85.3', 21),
      diagnoses(couple, 1, 'F52.21', 21),
    ),
    moment(
      21,
      '11:50',
      entersPaper(couple, 0, 'nine', 21, '2 2 2 3 1 2 1 1 0 1'),
      entersTotal(couple, 1, 'RDAS', 21, '44'),
    ),
    moment(21, '19:20', couple.accept(0, 1)),
    moment(20, '09:20', gives(couple, 0, 'sixteen', 18, 1), gives(couple, 1, 'sixteen', 18, 1)),
    moment(19, '21:10', answers(couple, 0, 'sixteen', '2 3 2 2 2 2 2 2 2 2 3 2 3 3 2 3')),
    moment(18, '20:30', answers(couple, 1, 'sixteen', '3 2 3 3 3 3 2 3 2 3 2 3 2 2 3 2')),
    moment(14, '18:30', gives(couple, 0, 'nine', 12, 1)),
    moment(20, '09:10', assigns(couple, 'S01')),
    moment(19, '20:05', couple.consent('S01', 'whole', [YES.alone, YES.alone])),
    moment(19, '20:40', couple.checkIn('S01', 'whole', [felt(4, { raiseAlone: 'No' }), felt(6, { raiseAlone: 'No' })])),
    ...session(couple, { ago: 14, at: '17:00', end: '17:55' }, FIRST_NOTE),
    moment(
      14,
      '17:58',
      setsGoal(couple, {
        words: 'Three evenings a week with ten quiet minutes side by side, by the end of the month.',
        under: CLOSE,
        review: 0,
      }),
      setsGoal(couple, {
        words: 'Each can say “stop” or “slower” once in a session without explaining.',
        under: CLOSE,
        review: -21,
      }),
      movesGoal(couple, 'A weekend away with no plan.', 'dropped'),
      keepsProcessNote(
        couple,
        14,
        'My own pull to protect Ada. Notice when I answer before Bo does. Take to consultation.',
      ),
    ),
    moment(14, '18:00', finishes(couple, 'S01'), assigns(couple, 'S02', { opensOn: [11] })),
    moment(13, '21:00', couple.consent('S02', 'whole', [YES.agreement, YES.agreement])),
    moment(
      11,
      '20:30',
      couple.checkIn('S02', 'whole', [felt(5, { stoppingPossible: 'Yes' }), felt(6, { stoppingPossible: 'Yes' })]),
    ),
    moment(
      10,
      '09:05',
      finishes(couple, 'S02'),
      assigns(couple, 'S06', {
        opensOn: [8, 5, 2, 0, -1],
        conditions: ['Sitting', 'Five minutes each', 'Phones in another room'],
        line: 'Take the small things first. Two sentences are enough.',
      }),
    ),
    moment(9, '20:15', couple.consent('S06', 'whole', [YES.together, YES.together])),
    moment(8, '21:10', couple.checkIn('S06', 'whole', [felt(5, { heard: '6' }), felt(5, { heard: '7' })])),
    ...session(couple, { ago: 7, at: '17:00', end: '17:55' }, SECOND_NOTE),
    moment(
      7,
      '18:05',
      refers(couple, 0, {
        profession: 'otherDoctor',
        toName: 'Dr. Nobody Sample',
        toAddress: 'Invented Clinic, 9 Example Road',
        reason:
          'Which positions are safe with the scar, and what to do about pain. Ada asked for it when we spoke alone.',
        due: 0,
        tells:
          'I ask you to see Ada Example, who was operated on in the spring, and to say whether anything about the scar has to be kept in mind when she moves or is touched. She will tell you herself what else she would like you to know.',
        until: -120,
      }),
    ),
    moment(
      7,
      '18:20',
      rewords(
        couple,
        'To talk without one of them going quiet.',
        'To talk until both have said what they meant, and to notice when one goes quiet.',
        -7,
      ),
      keepsProcessNote(
        couple,
        7,
        'The silence after Ada spoke of the scar was longer for me than for them.\nWhat was I afraid would happen? Stay with it next time.',
      ),
    ),
    moment(12, '20:40', answers(couple, 0, 'nine', '2 1 2 2 1 1 1 1 0 1')),
    moment(12, '21:00', answers(couple, 0, 'sixteen', '3 2 2 3 3 2 3 2 2 3 2 3 2 3 3 2')),
    moment(11, '21:20', answers(couple, 1, 'sixteen', '3 2 3 3 3 3 - 3 3 3 2 3 2 2 3 2')),
    moment(6, '20:10', signsPaper(couple, 0)),
    moment(5, '21:20', answers(couple, 0, 'nine', '1 1 1 2 0 1 1 0 0 0')),
    moment(4, '20:20', answers(couple, 0, 'sixteen', '3 1 3 3 3 3 3 3 3 3 2 4 2 2 3 1')),
    moment(4, '20:40', answers(couple, 1, 'sixteen', '3 1 3 3 4 3 3 3 3 3 2 4 2 2 4 1')),
    moment(1, '09:00', gives(couple, 1, 'seven', -6)),
    moment(1, '09:05', gives(couple, 0, 'one', -3), entersTotal(couple, 1, 'RDAS', 1, '49')),
    moment(6, '21:00', printsLetter(couple, 0)),
    moment(5, '20:50', couple.checkIn('S06', 'whole', [felt(6, { heard: '7' }), felt(7, { heard: '7' })])),
    moment(2, '20:20', couple.checkIn('S06', 'whole', [felt(7, { heard: '8' }), felt(6, { heard: '8' })])),
    moment(
      2,
      '22:05',
      couple.write(
        0,
        'private',
        'I noticed that I can say “not yet” now. I would like to talk about the scar with you first, alone.',
      ),
    ),
    moment(1, '21:30', couple.write(1, 'shared', 'Thank you for waiting while I looked for the words.')),
    moment(
      1,
      '21:40',
      plansSession(couple, { ago: stage.calendar.calendarToday, at: '17:00' }),
      plansSession(couple, { ago: -7, at: '17:00' }),
    ),
  ];
}

const FIRST_NOTE: Written = {
  format: 'DAP',
  sections: {
    data: 'Both attended. Each said in a sentence what brought them here. Bo spoke first, Ada after a pause; neither interrupted.',
    assessment: 'Both want joint work and each can say no in the room. Tiredness after surgery sets the pace.',
    plan: 'Our agreement at home this week. Next session in a week.',
  },
};

const SECOND_NOTE: Written = {
  format: 'SOAP',
  sections: {
    subjective: 'Ada: “I was heard, and I did not have to hurry.” Bo: “Harder than I thought, and good.”',
    objective: 'They showed one round in the room: three minutes each, the other repeated before answering.',
    assessment: 'Listening holds also when the topic is tiring. No sign of pressure.',
    plan: 'Go on twice a week. Keep it sitting, five minutes each.',
  },
  addendum: { ago: 6, text: 'Bo called the office to say that Thursdays no longer suit; the rhythm stays “any days”.' },
};
