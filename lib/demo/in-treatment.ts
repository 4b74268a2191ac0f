/** One invented couple and what its people do, each by the verb that the product has for it. */
import 'server-only';
import { findInvitationOfPartner } from '@/db/queries/accounts/invitations';
import { agree } from '@/lib/agreements/agree';
import { sendCheckIn } from '@/lib/check-ins/send-check-in';
import { answerConsent } from '@/lib/consents/answer-consent';
import { createCouple } from '@/lib/couples/create-couple';
import { readCouple } from '@/lib/couples/read-couple';
import { createCoupleInput } from '@/lib/couples/schema';
import { recordMeeting } from '@/lib/meetings-alone/record-meeting';
import { recordMeetingInput } from '@/lib/meetings-alone/schema';
import { readMyDay } from '@/lib/my-day/open-my-day';
import { pause } from '@/lib/pauses/pause';
import { writeWords } from '@/lib/reflections/write-words';
import { type Invented, STAFF, type StaffPerson } from './people';
import type { Stage } from './stage';

export type Unit = 'whole' | 'alone' | 'together';
export type Answers = Record<string, string>;
type Act = () => Promise<unknown>;

export type Begun = {
  partners: Invented[];
  reasons: string[];
  goals: string;
  policy: 'noSecrets' | 'limitedSecrets' | 'strictPrivate';
  /** Who makes the couple; Tess where nobody is named. */
  therapist?: StaffPerson;
};

/** A couple on the stage. What it does is said beforehand and done when its moment comes. */
export type InTreatment = {
  stage: Stage;
  therapist: string;
  partners: Invented[];
  /** Chooses wording: the same for this couple each time. */
  seed: number;
  /** Known once `begin` was done. */
  readonly coupleId: string;
  partnerId(place: number): string;
  /** What that partner signs in with. */
  login(place: number): string;
  /** Codes of the library to assignments, filled as steps are assigned. */
  assignments: Map<string, string>;
  /** Partners to the referral made last for them. */
  referrals: Map<string, string>;
  begin: Act;
  /** Records the meeting alone with one partner, days ago, and invites them. */
  meet(place: number, ago: number, plan?: string, outcome?: 'jointWork' | 'individualFirst'): Act;
  /** Takes up the invitation and agrees to the policy. */
  accept(...places: number[]): Act;
  consent(code: string, unit: Unit, given: Answers[]): Act;
  checkIn(code: string, unit: Unit, given: (Answers | null)[]): Act;
  write(place: number, audience: 'private' | 'shared', text: string): Act;
  pause(place: number): Act;
};

export function inTreatment(stage: Stage, begun: Begun): InTreatment {
  const { cast, calendar, timeZone } = stage;
  const therapist = (begun.therapist ?? STAFF.therapist).email;
  const assignments = new Map<string, string>();
  let coupleId = '';
  let partnerIds: string[] = [];
  let logins: string[] = [];
  const person = (place: number) => logins[place]!;
  const which = (code: string, unit: Unit) => ({ assignmentId: assignments.get(code)!, unit });

  return {
    stage,
    therapist,
    partners: begun.partners,
    seed: [...begun.partners[0]!.email].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0),
    assignments,
    referrals: new Map(),
    get coupleId() {
      return coupleId;
    },
    partnerId: (place) => partnerIds[place]!,
    login: person,

    async begin() {
      const { partners, reasons, goals, policy } = begun;
      const input = createCoupleInput.parse({ partners, reasons, goals, policy, timeZone });
      coupleId = (await cast.as(therapist, (tx) => createCouple(tx, input))).coupleId;
      const made = (await cast.as(therapist, (tx) => readCouple(tx, coupleId))).partners;
      partnerIds = made.map(({ id }) => id);
      logins = made.map(({ email, userName }) => (email ?? userName)!);
      stage.couplesBegun += 1;
    },

    meet:
      (place, ago, plan, outcome = 'jointWork') =>
      () => {
        const input = recordMeetingInput.parse({
          coupleId,
          partnerId: partnerIds[place],
          metOn: calendar.day(ago),
          wasAlone: 'yes',
          outcome,
          plan,
          contactInstruction: begun.partners[place]!.contactInstruction,
          isInvited: 'yes',
        });
        return cast.as(therapist, (tx) => recordMeeting(tx, input));
      },

    accept:
      (...places) =>
      async () => {
        for (const place of places) {
          const invitation = await cast.as(therapist, (tx) => findInvitationOfPartner(tx, partnerIds[place]!));
          await cast.accept(person(place), invitation!);
          await cast.as(person(place), async (tx) => agree(tx, { policy: (await readMyDay(tx)).policy }));
        }
      },

    consent: (code, unit, given) => async () => {
      for (const [place, answers] of given.entries())
        await cast.as(person(place), (tx) => answerConsent(tx, { ...which(code, unit), answers }));
    },

    checkIn: (code, unit, given) => async () => {
      for (const [place, answers] of given.entries())
        if (answers) await cast.as(person(place), (tx) => sendCheckIn(tx, { ...which(code, unit), answers }));
    },

    write: (place, audience, text) => () => cast.as(person(place), (tx) => writeWords(tx, { audience, text })),
    pause: (place) => () => cast.as(person(place), (tx) => pause(tx)),
  };
}

/** Answers that open a step and worry nobody. */
export const YES = {
  alone: { wantAlone: 'Yes', privatePlace: 'Yes' },
  agreement: { wantAgreement: 'Yes', askedToStop: 'Yes' },
  together: { wantThisWeek: 'Yes', ownChoice: 'Fully', stopAllRight: 'Yes' },
} as const satisfies Record<string, Answers>;

/** A check-in of someone who was free to stop. */
export const felt = (comfort: number, more: Answers = {}): Answers => ({
  comfort: String(comfort),
  freeToStop: 'Yes',
  contactMe: 'No',
  ...more,
});
