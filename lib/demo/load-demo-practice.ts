/**
 * Loads a small invented practice through the product's own verbs, with the installation's clock going from five weeks ago to
 * now: what a visitor finds was made as it would be made in earnest. What is there already is kept.
 */
import 'server-only';
import { asInstallation, type Installation } from '@/db/demo/installation';
import { listStaff } from '@/db/queries/accounts/people';
import { Refusal } from '@/lib/errors';
import { dayAfter, isTimeZone } from '@/lib/format/dates';
import { assignCareTeam } from '@/lib/people/care-team';
import { addStaff } from '@/lib/people/invite-staff';
import { inviteStaffInput } from '@/lib/people/schema';
import { setUpPracticeInput } from '@/lib/practices/schema';
import { issueSetUpLink } from '@/lib/practices/set-up-link';
import { setUpPractice } from '@/lib/practices/set-up-practice';
import { calendarFrom } from './calendar';
import { type Cast, makeCast } from './cast';
import { DEMO_PASSWORD, PRACTICE, STAFF, TO_SIGN_IN } from './people';
import { type Moment, moment, play, type Stage } from './stage';
import { adaAndBo } from './stories/ada-and-bo';
import { cleoAndDev } from './stories/cleo-and-dev';
import { erinAndFinn, galeAndHart, indyAndJo, kitAlone, longNames } from './stories/others';

export type DemoPerson = { who: string; email: string; password: string };

/** The practice's first morning. */
const FIRST = { ago: 36, at: '08:30' };

/** Answers whom a visitor may sign in as. Throws a Refusal for a database that holds a practice of real people. */
export async function loadDemoPractice(settings: {
  ownerUrl: string;
  said?: (line: string) => void;
}): Promise<{ people: DemoPerson[]; isNew: boolean }> {
  return asInstallation(settings.ownerUrl, async (installation) => {
    const held = await installation.holds();
    if (held === 'practice') {
      throw new Refusal(
        'The demo was not loaded: this database holds a practice. Give the demo a place of its own: HEARTH_DATA=.hearth/demo npm run demo.',
      );
    }
    if (held === 'half') await installation.clear();
    if (held !== 'demo') await load(installation, settings.said ?? (() => undefined));
    return { people: TO_SIGN_IN, isNew: held !== 'demo' };
  });
}

export const holdsDemo = (ownerUrl: string): Promise<boolean> =>
  asInstallation(ownerUrl, async (installation) => ['demo', 'half'].includes(await installation.holds()));

async function load(installation: Installation, said: (line: string) => void): Promise<void> {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const timeZone = isTimeZone(zone) ? zone : 'UTC';
  const calendar = calendarFrom(new Date(), timeZone);
  said('Making up a small practice with five weeks behind it');
  await installation.startClockAt(calendar.instant(FIRST.ago, FIRST.at));
  const stage: Stage = { cast: await makeCast(), calendar, timeZone };
  await setUp(timeZone);
  await stage.cast.signIn(STAFF.admin.email);
  await play(stage, [...colleagues(stage.cast), ...couples(stage)], said);
  await installation.endAtTrueTime();
  await stage.cast.leave();
}

async function setUp(timeZone: string): Promise<void> {
  const link = await issueSetUpLink();
  if (!link) throw new Error('There is a practice already.');
  const { name, credential, email } = STAFF.admin;
  const input = setUpPracticeInput.parse({
    ...PRACTICE,
    token: link.split('/').at(-1),
    timeZone,
    adminName: name,
    adminCredential: credential,
    adminEmail: email,
    password: DEMO_PASSWORD,
    passwordAgain: DEMO_PASSWORD,
  });
  await setUpPractice(input, { isDemo: true });
}

function colleagues(cast: Cast): Moment[] {
  const admin = STAFF.admin.email;
  const invite = (person: (typeof STAFF)[keyof typeof STAFF]) => () =>
    cast.as(admin, async (tx) => (await addStaff(tx, inviteStaffInput.parse(person))).issued);
  const join = (person: (typeof STAFF)[keyof typeof STAFF]) => async () =>
    cast.accept(person.email, await invite(person)());
  return [moment(36, '09:00', join(STAFF.therapist), join(STAFF.cover)), moment(1, '10:20', invite(STAFF.scheduler))];
}

function couples(stage: Stage): Moment[] {
  const covered = (coupleId: () => string) => () =>
    stage.cast.as(STAFF.admin.email, async (tx) => {
      const cover = (await listStaff(tx)).find(({ email }) => email === STAFF.cover.email)!;
      const toOn = dayAfter(tx.actor.today, 60);
      return assignCareTeam(tx, { coupleId: coupleId(), staffMemberId: cover.id, part: 'cover', toOn });
    });
  return [
    ...adaAndBo(stage),
    ...cleoAndDev(stage),
    ...erinAndFinn(stage, covered),
    ...galeAndHart(stage),
    ...longNames(stage),
    ...kitAlone(stage),
    ...indyAndJo(stage),
  ];
}
