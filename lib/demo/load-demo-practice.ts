/**
 * Loads an invented practice through the product's own verbs, with the installation's clock going from ten weeks ago to now: what a visitor finds was made as it would be made in earnest. What is there already is kept.
 */
import 'server-only';
import { asInstallation, type Installation } from '@/db/demo/installation';
import { listStaff } from '@/db/queries/accounts/people';
import { Refusal } from '@/lib/errors';
import { dayAfter, isTimeZone } from '@/lib/format/dates';
import { assignCareTeam } from '@/lib/people/care-team';
import { addStaff } from '@/lib/people/invite-staff';
import { inviteStaffInput } from '@/lib/people/schema';
import { changeSettings } from '@/lib/practices/change-settings';
import { changeSettingsInput, setUpPracticeInput } from '@/lib/practices/schema';
import { issueSetUpLink } from '@/lib/practices/set-up-link';
import { setUpPractice } from '@/lib/practices/set-up-practice';
import { calendarFrom } from './calendar';
import { type Cast, makeCast } from './cast';
import { DEMO_PASSWORD, ON_LETTERS, PRACTICE, STAFF, type StaffPerson, TO_SIGN_IN } from './people';
import { type Joins, type Moment, moment, play, type Stage } from './stage';
import { supervision } from './supervision';
import { snippetsOf } from './therapy';
import { adaAndBo } from './stories/ada-and-bo';
import { cleoAndDev } from './stories/cleo-and-dev';
import { solAndTam } from './stories/sol-and-tam';
import { lenaAndMo, niaAndOz, quinnAndRue } from './stories/ten-weeks';
import { noaAndSamir, sakuraAndPrimer, umaAndVal, wrenAndXan, yazAndZed } from './stories/since-then';
import { erinAndFinn, galeAndHart, indyAndJo, kitAlone, longNames } from './stories/others';

export type DemoPerson = { who: string; login: string; password: string };

/** The practice's first morning. */
const FIRST = { ago: 71, at: '08:30' };

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
    return { people: await toSignIn(installation), isNew: held !== 'demo' };
  });
}

async function toSignIn(installation: Installation): Promise<DemoPerson[]> {
  const userNames = await installation.userNames();
  return TO_SIGN_IN.flatMap(({ who, name, email }) => {
    const login = email ?? userNames.get(name);
    return login ? [{ who, login, password: DEMO_PASSWORD }] : [];
  });
}

export const holdsDemo = (ownerUrl: string): Promise<boolean> =>
  asInstallation(ownerUrl, async (installation) => ['demo', 'half'].includes(await installation.holds()));

async function load(installation: Installation, said: (line: string) => void): Promise<void> {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const timeZone = isTimeZone(zone) ? zone : 'UTC';
  const calendar = calendarFrom(new Date(), timeZone);
  said('Making up a practice with ten weeks behind it');
  await installation.startClockAt(calendar.instant(FIRST.ago, FIRST.at));
  const stage: Stage = { cast: await makeCast(), calendar, timeZone, couplesBegun: 0 };
  await setUp(timeZone);
  await stage.cast.signIn(STAFF.admin.email);
  await stage.cast.as(STAFF.admin.email, (tx) => changeSettings(tx, settingsOf(timeZone)));
  const stories = couples(stage);
  await play(stage, [...colleagues(stage.cast), ...supervision(stage.cast), ...stories.flat()], stories.length, said);
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

const settingsOf = (timeZone: string) =>
  changeSettingsInput.parse({ ...PRACTICE, ...ON_LETTERS, timeZone, clinicIdleMinutes: 60 });

function colleagues(cast: Cast): Moment[] {
  const admin = STAFF.admin.email;
  const invite = (person: StaffPerson) => () =>
    cast.as(admin, async (tx) => (await addStaff(tx, inviteStaffInput.parse(person))).issued);
  const join = (person: StaffPerson) => async () => cast.accept(person.email, await invite(person)());
  return [
    moment(71, '09:00', join(STAFF.therapist), join(STAFF.cover), join(STAFF.third)),
    moment(71, '09:30', join(STAFF.supervisor), join(STAFF.scheduler)),
    moment(
      70,
      '09:00',
      snippetsOf(cast, STAFF.therapist.email, {
        closing: 'We closed with what each takes home, and the next appointment.',
        limits: 'Conditions and limits were read aloud; both agreed to each of them.\nEither may stop at any time.',
      }),
    ),
    moment(1, '10:20', invite(STAFF.newcomer)),
  ];
}

/** One list of moments for each couple. */
function couples(stage: Stage): Moment[][] {
  const joins =
    ({ email }: StaffPerson, part: 'coTherapist' | 'cover'): Joins =>
    (coupleId) =>
    () =>
      stage.cast.as(STAFF.admin.email, async (tx) => {
        const member = (await listStaff(tx)).find((one) => one.email === email)!;
        const toOn = part === 'cover' ? dayAfter(tx.actor.today, 60) : undefined;
        return assignCareTeam(tx, { coupleId: coupleId(), staffMemberId: member.id, part, toOn });
      });
  return [
    adaAndBo(stage),
    cleoAndDev(stage),
    erinAndFinn(stage, joins(STAFF.cover, 'cover')),
    galeAndHart(stage),
    longNames(stage),
    kitAlone(stage),
    indyAndJo(stage),
    lenaAndMo(stage),
    niaAndOz(stage),
    quinnAndRue(stage, joins(STAFF.cover, 'coTherapist')),
    solAndTam(stage),
    sakuraAndPrimer(stage),
    noaAndSamir(stage),
    umaAndVal(stage),
    wrenAndXan(stage),
    yazAndZed(stage, joins(STAFF.therapist, 'cover')),
  ];
}
