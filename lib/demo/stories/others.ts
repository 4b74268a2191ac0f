/** Couples who each show one thing that a therapist must see: a worried answer, a pause, a first week, one partner, long names. */
import 'server-only';
import { endsShared } from '../endings';
import { felt, inTreatment, YES } from '../in-treatment';
import { answers, entersPaper, entersTotal, gives } from '../measures';
import { PARTNERS } from '../people';
import { assigns, finishes } from '../plan';
import { type Joins, type Moment, moment, type Stage } from '../stage';
import { plansSession } from '../therapy';

/** Finn said that stopping was not free, and was called: since today’s turn shared work has ended, as agreed with Finn. */
export function erinAndFinn(stage: Stage, coveredBy: Joins): Moment[] {
  const couple = inTreatment(stage, {
    partners: [PARTNERS.erin, PARTNERS.finn],
    reasons: ['conflict', 'lowMood'],
    goals: 'Less walking on eggshells.',
    policy: 'strictPrivate',
  });
  return [
    moment(
      16,
      '13:00',
      couple.begin,
      couple.meet(0, 17),
      couple.meet(1, 16),
      coveredBy(() => couple.coupleId),
    ),
    moment(16, '19:00', couple.accept(0, 1)),
    moment(15, '09:30', assigns(couple, 'S01')),
    moment(14, '19:50', couple.consent('S01', 'whole', [YES.alone, YES.alone])),
    moment(14, '20:10', couple.checkIn('S01', 'whole', [felt(5), felt(4)])),
    moment(13, '09:00', finishes(couple, 'S01'), assigns(couple, 'S02', { opensOn: [10] })),
    moment(12, '20:15', couple.consent('S02', 'whole', [YES.agreement, YES.agreement])),
    moment(10, '20:40', couple.checkIn('S02', 'whole', [felt(5), felt(5)])),
    moment(9, '09:00', finishes(couple, 'S02'), assigns(couple, 'S06', { opensOn: [7, 4, 2] })),
    moment(8, '20:00', couple.consent('S06', 'whole', [YES.together, YES.together])),
    moment(7, '21:00', couple.checkIn('S06', 'whole', [felt(5, { heard: '6' }), felt(4, { heard: '5' })])),
    moment(4, '21:05', couple.checkIn('S06', 'whole', [felt(6, { heard: '7' }), felt(3, { heard: '3' })])),
    moment(2, '20:30', couple.checkIn('S06', 'whole', [null, felt(3, { heard: '2', freeToStop: 'No' })])),
    moment(2, '21:15', couple.checkIn('S06', 'whole', [felt(6, { heard: '7', contactMe: 'Yes' })])),
    moment(
      1,
      '09:10',
      plansSession(couple, { ago: stage.calendar.calendarToday, at: '18:30', withOnly: 1 }),
      endsShared(couple, 1),
    ),
  ];
}

/** Hart paused yesterday evening. */
export function galeAndHart(stage: Stage): Moment[] {
  const couple = inTreatment(stage, {
    partners: [PARTNERS.gale, PARTNERS.hart],
    reasons: ['loss'],
    goals: 'To find each other again after a hard year.',
    policy: 'limitedSecrets',
  });
  return [
    moment(24, '15:00', couple.begin, couple.meet(0, 25), couple.meet(1, 24)),
    moment(24, '18:30', couple.accept(0, 1)),
    moment(23, '09:00', assigns(couple, 'S01')),
    moment(22, '20:00', couple.consent('S01', 'whole', [YES.alone, YES.alone])),
    moment(22, '20:30', couple.checkIn('S01', 'whole', [felt(6), felt(5)])),
    moment(20, '09:00', finishes(couple, 'S01'), assigns(couple, 'S12', { opensOn: [17, 10, 3] })),
    moment(
      19,
      '20:00',
      couple.consent('S12', 'whole', [{ ...YES.together, thanksAllRight: 'All right' }, YES.together]),
    ),
    moment(17, '20:20', couple.checkIn('S12', 'whole', [felt(6), felt(6)])),
    moment(10, '20:25', couple.checkIn('S12', 'whole', [felt(7, { hardToSayOrHear: 'A little' }), felt(5)])),
    moment(3, '20:25', couple.checkIn('S12', 'whole', [felt(7), felt(4, { hardToSayOrHear: 'Yes' })])),
    moment(1, '21:45', couple.pause(1)),
    moment(1, '21:50', plansSession(couple, { ago: -2, at: '15:00' })),
  ];
}

/** In the first week, with names that need room; one of them would change something. */
export function longNames(stage: Stage): Moment[] {
  const couple = inTreatment(stage, {
    partners: [PARTNERS.maximiliana, PARTNERS.bartholomew],
    reasons: ['timePoor', 'other'],
    goals: '',
    policy: 'noSecrets',
  });
  return [
    moment(6, '14:00', couple.begin, couple.meet(0, 6), couple.meet(1, 6)),
    moment(6, '18:10', couple.accept(0, 1)),
    moment(5, '09:00', assigns(couple, 'S01')),
    moment(
      5,
      '09:20',
      entersTotal(couple, 1, 'Beziehungszufriedenheitsfragebogenkurzfassung', 5, '31.5'),
      gives(couple, 1, 'one', -2),
    ),
    moment(4, '20:00', couple.consent('S01', 'whole', [YES.alone])),
    moment(4, '20:20', couple.checkIn('S01', 'whole', [felt(6)])),
    moment(3, '09:00', assigns(couple, 'S12')),
    moment(
      2,
      '20:00',
      couple.consent('S12', 'whole', [
        { ...YES.together, wantThisWeek: 'Yes, with changes', leaveOut: 'Not at breakfast, please.' },
      ]),
    ),
  ];
}

/** One partner is enough to begin. */
export function kitAlone(stage: Stage): Moment[] {
  const couple = inTreatment(stage, {
    partners: [PARTNERS.kit],
    reasons: ['trauma'],
    goals: 'To feel steadier before anything is shared.',
    policy: 'strictPrivate',
  });
  return [
    moment(12, '12:00', couple.begin, couple.meet(0, 12)),
    moment(12, '12:45', entersPaper(couple, 0, 'twenty', 12, '3 2 2 3 3 3 2 1 3 2 3 2 3 2 2 0 3 3 2 3')),
    moment(12, '18:00', couple.accept(0)),
    moment(11, '09:10', gives(couple, 0, 'twenty', 9, 1)),
    moment(9, '21:30', answers(couple, 0, 'twenty', '3 2 1 3 2 3 2 1 2 2 2 2 2 2 1 0 3 2 2 3')),
    moment(4, '21:30', answers(couple, 0, 'twenty', '2 1 1 2 2 2 2 1 2 1 2 1 2 1 1 0 2 2 1 2')),
    moment(11, '09:00', assigns(couple, 'S05')),
    moment(10, '20:00', couple.consent('S05', 'whole', [YES.alone])),
    moment(9, '21:00', couple.checkIn('S05', 'whole', [felt(4, { settledBefore: '2', settledAfter: '4' })])),
    moment(5, '21:00', couple.checkIn('S05', 'whole', [felt(5, { settledBefore: '3', settledAfter: '6' })])),
    moment(2, '21:00', couple.checkIn('S05', 'whole', [felt(6, { settledBefore: '4', settledAfter: '7' })])),
  ];
}

/** Made the day before yesterday: one was met and is invited, the other not yet. */
export function indyAndJo(stage: Stage): Moment[] {
  const couple = inTreatment(stage, {
    partners: [PARTNERS.indy, PARTNERS.jo],
    reasons: ['medical'],
    goals: '',
    policy: 'limitedSecrets',
  });
  return [moment(2, '13:30', couple.begin), moment(1, '14:10', couple.meet(0, 1))];
}
