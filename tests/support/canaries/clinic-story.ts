// What staff write: a canary in each field of the clinic that holds text about a couple.
import { randomUUID } from 'node:crypto';
import { writeContactNote } from '@/lib/contact-notes/write-contact-note';
import { writeContactNoteInput } from '@/lib/contact-notes/schema';
import { createCouple } from '@/lib/couples/create-couple';
import { createCoupleInput } from '@/lib/couples/schema';
import { giveDiagnosis } from '@/lib/diagnoses/give-diagnosis';
import { giveDiagnosisInput } from '@/lib/diagnoses/schema';
import { endWork } from '@/lib/endings/end-work';
import { endWorkInput } from '@/lib/endings/schema';
import { dayAfter } from '@/lib/format/dates';
import { setGoalInput } from '@/lib/goals/schema';
import { setGoal } from '@/lib/goals/set-goal';
import { changePartnerIntake } from '@/lib/intakes/change-intake';
import { partnerIntakeInput } from '@/lib/intakes/schema';
import { enterExternalScore } from '@/lib/measures/enter-score';
import { externalScoreInput } from '@/lib/measures/schema';
import { recordMeeting } from '@/lib/meetings-alone/record-meeting';
import { recordMeetingInput } from '@/lib/meetings-alone/schema';
import { assignStep } from '@/lib/plan/assign-step';
import { assignStepInput, changeOwnTermsInput, changeTermsInput } from '@/lib/plan/schema';
import { changeOwnTerms, changeTerms } from '@/lib/plan/terms/change-terms';
import { saveProcessNote } from '@/lib/process-notes/save-process-note';
import { saveProcessNoteInput } from '@/lib/process-notes/schema';
import { askRelease } from '@/lib/referrals/ask-release';
import { makeReferral } from '@/lib/referrals/make-referral';
import { recordOutcome } from '@/lib/referrals/record-outcome';
import { askReleaseInput, makeReferralInput, recordOutcomeInput } from '@/lib/referrals/schema';
import { prepareStep } from '@/lib/room/prepare-step';
import { prepareStepInput } from '@/lib/room/schema';
import { saveSnippet } from '@/lib/snippets/own-snippets';
import { addToDo } from '@/lib/to-dos/add-to-do';
import { addToDoInput } from '@/lib/to-dos/schema';
import type { PartnerInTest } from '../people';
import { doAs, type Scene } from './scene';

export async function writeInClinic(at: Scene): Promise<void> {
  const { canaries: c, couple, today } = at;
  const { coupleId } = couple;
  const tess = at.therapist.token;
  for (const partner of couple.partners) await writeAboutPartner(at, partner);

  await doAs(at, tess, setGoal, setGoalInput.parse({ coupleId, words: c.say(3) }));
  await doAs(at, tess, addToDo, addToDoInput.parse({ coupleId, words: c.say(), dueOn: today }));
  await doAs(at, tess, saveSnippet, { name: c.short(), text: c.say(3) });
  const savedIn = randomUUID();
  const process = { coupleId, noteId: randomUUID(), version: 0, savedIn, order: 1, apartId: randomUUID(), on: today };
  await doAs(at, tess, saveProcessNote, saveProcessNoteInput.parse({ ...process, text: c.say(5) }));
  await planSteps(at);

  const another = await doAs(
    at,
    tess,
    createCouple,
    createCoupleInput.parse({
      partners: [
        { name: 'Cy Example', hasNoEmail: 'yes', emergencyContact: c.say(), words: c.say() },
        { name: 'Di Sample', hasNoEmail: 'yes', emergencyContact: c.say(), words: c.say() },
      ],
      goals: c.say(2),
      policy: 'limitedSecrets',
      timeZone: 'Europe/Berlin',
    }),
  );
  const ended = { coupleId: another.coupleId, reason: 'partedWays', words: c.say(2), summary: c.say(3) };
  await doAs(at, tess, endWork, endWorkInput.parse(ended));
}

async function writeAboutPartner(at: Scene, { partnerId }: PartnerInTest): Promise<void> {
  const { canaries: c, today } = at;
  const { coupleId } = at.couple;
  const tess = at.therapist.token;
  const of = { coupleId, partnerId };
  const intake = { ...of, version: 0, words: c.say(), brought: c.say(2), history: c.say(2), medicines: c.say(2) };
  await doAs(
    at,
    tess,
    changePartnerIntake,
    partnerIntakeInput.parse({ ...intake, earlierTherapy: c.say(2), emergencyContact: c.say() }),
  );
  const meeting = { ...of, metOn: today, wasAlone: 'yes', outcome: 'jointWork', plan: c.say(2) };
  await doAs(at, tess, recordMeeting, recordMeetingInput.parse(meeting));
  const contact = { ...of, kind: 'call', on: today, outcome: 'reached', words: c.say(3) };
  await doAs(at, tess, writeContactNote, writeContactNoteInput.parse(contact));
  const diagnosis = { ...of, code: 'other', otherCode: 'F52.22', otherTitle: c.say(), from: today };
  await doAs(at, tess, giveDiagnosis, giveDiagnosisInput.parse(diagnosis));
  await doAs(at, tess, setGoal, setGoalInput.parse({ ...of, words: c.say(2) }));
  const score = { ...of, name: c.short(), on: today, total: '12' };
  await doAs(at, tess, enterExternalScore, externalScoreInput.parse(score));

  const referral = {
    ...of,
    profession: 'urologist',
    toName: c.short(),
    toAddress: c.say(2),
    reason: c.say(2),
    dueOn: today,
  };
  const { redirectTo } = await doAs(at, tess, makeReferral, makeReferralInput.parse(referral));
  const referralId = redirectTo!.split('/').at(-1)!;
  const asked = { coupleId, referralId, tells: c.say(2), untilOn: dayAfter(today, 90) };
  await doAs(at, tess, askRelease, askReleaseInput.parse(asked));
  const outcome = { coupleId, referralId, outcome: 'noAnswer', words: c.say(2), againOn: dayAfter(today, 10) };
  await doAs(at, tess, recordOutcome, recordOutcomeInput.parse(outcome));
}

async function stepOf(at: Scene, code: string): Promise<string> {
  const { rows } = await at.owner.query<{ id: string }>('select id from steps where practice_id = $1 and code = $2', [
    at.practice.practiceId,
    code,
  ]);
  return rows[0]!.id;
}

async function planSteps(at: Scene): Promise<void> {
  const { canaries: c, couple } = at;
  const { coupleId } = couple;
  const tess = at.therapist.token;
  const usual = { coupleId, rhythm: { kind: 'once' }, minutes: { min: '5', max: '10' } };
  const first = couple.first.partnerId;
  const sent = {
    ...usual,
    stepId: await stepOf(at, 'S17'),
    own: c.say(2),
    line: c.say(),
    waiver: c.say(2),
    forOne: { [first]: { own: c.say(2) } },
    opensWhenBothYes: 'yes',
  };
  const { redirectTo } = await doAs(at, tess, assignStep, assignStepInput.parse(sent));
  const of = { coupleId, assignmentId: redirectTo!.split('#step-')[1]! };
  await doAs(at, tess, changeTerms, changeTermsInput.parse({ ...of, conditions: c.say(2), line: c.say() }));
  for (const { partnerId } of couple.partners)
    await doAs(at, tess, changeOwnTerms, changeOwnTermsInput.parse({ ...of, partnerId, own: c.say(2) }));
  const prepared = { ...usual, stepId: await stepOf(at, 'S24'), line: c.say() };
  await doAs(at, tess, prepareStep, prepareStepInput.parse(prepared));
}
