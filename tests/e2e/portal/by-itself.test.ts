// What happens by itself, as its receivers see it: a worried answer becomes mails to staff; a partner sets an alarm, and it rings.
import type pg from 'pg';
import type { ParsedMail } from 'mailparser';
import { choose, fill, follow, press } from '@/tests/support/acts/forms';
import { answerOneByOne, openStep } from '@/tests/support/acts/partner';
import { expect, test, withAndWithoutScript } from '@/tests/support/browser';
import { moveClock } from '@/tests/support/clock';
import { bytesOf, differenceOf } from '@/tests/support/page-bytes';
import { expectNoSidewaysScroll } from '@/tests/support/page-checks';
import { coupleAtHome, openFor } from '@/tests/support/partner-day';
import { makeStaff } from '@/tests/support/people';

const WEEK = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const LOOK = 'Something needs a look';
const REMINDER = 'A reminder for you';

/** The clocks of New York show this time, on the day that it is there. */
const clockAt = (owner: pg.Pool, time: string) =>
  owner.query(
    `select auth.move_clock(((auth.now() at time zone 'America/New_York')::date + $1::time) at time zone 'America/New_York' - auth.now())`,
    [time],
  );

/** The queue looks what has come due, as it does each minute; ends when that is looked at. */
async function lookNow(owner: pg.Pool): Promise<void> {
  const looked = async () => {
    const { rows } = await owner.query<{ looks: number }>(
      `select count(*)::integer as looks from pgboss.job where name = 'look' and state = 'completed'`,
    );
    return rows[0]!.looks;
  };
  const before = await looked();
  await owner.query(`insert into pgboss.job (name, policy) values ('look', 'stately') on conflict do nothing`);
  await expect.poll(looked, { timeout: 25_000 }).toBeGreaterThan(before);
}

const linesOf = ({ headerLines }: ParsedMail) =>
  headerLines.filter(({ key }) => !['to', 'date', 'message-id'].includes(key)).map(({ line }) => line);

test('rule 11: an urgent answer is a mail to the therapist at once, and to the backup once two working hours passed', async ({
  app,
  page,
  context,
  signIn,
  anotherContext,
}) => {
  test.slow();
  const at = await coupleAtHome(app.owner);
  const { practiceId } = at.practice;
  const admin = await makeStaff(app.owner, at.practice, ['practiceAdmin'], 'Alma Example');
  const otto = await makeStaff(app.owner, at.practice, ['therapist'], 'Otto Example');
  await app.owner.query(
    `insert into care_team_members (practice_id, couple_id, staff_member_id, part, from_on) values ($1, $2, $3, 'backup', '2020-01-01')`,
    [practiceId, at.couple.coupleId, otto.staffMemberId],
  );
  // No question of the program is urgent: this practice's has one, set past the fence that keeps versions as they are.
  await app.owner.query(
    `begin; set local session_replication_role = replica;
     update programs set common = jsonb_set(common, '{questions,freeToStop,raises}', '[{"tier": "urgent", "answers": ["No"]}]') where practice_id = '${practiceId}';
     commit`,
  );
  await openFor(app.owner, at, 'S24');

  // The practice works in the evening, from nine to midnight.
  const office = await anotherContext({ viewport: { width: 1280, height: 800 } });
  await signIn(office, admin);
  const settings = await office.newPage();
  await settings.goto('/settings');
  for (const day of WEEK) await fill(settings.getByRole('group', { name: day }), { From: '21:00', To: '23:59' });
  await press(settings, 'Save working hours');
  await expect(settings.getByText('Saved', { exact: false }).first()).toBeVisible();

  await clockAt(app.owner, '20:00');
  await signIn(context, at.first);
  await openStep(page, 'Senses evening');
  await follow(page, 'Check in');
  await answerOneByOne(page, { freeToStop: 'No' });
  const told = await app.mail.next(at.therapist.email);
  expect(told.subject).toBe(LOOK);
  expect(told.text?.match(/https?:\S+/g)).toEqual([`${app.origin}/sign-in`]);
  expect(`${told.subject} ${told.text}`).not.toMatch(/Ada|Example Practice|A\.E|free to stop|urgent/i);

  const toOtto = () =>
    app.owner.query(`select from pgboss.job where name = 'mail' and data->>'staffMemberId' = $1`, [otto.staffMemberId]);
  await clockAt(app.owner, '22:55');
  await lookNow(app.owner);
  expect((await toOtto()).rowCount, 'before two working hours passed').toBe(0);
  await clockAt(app.owner, '23:01');
  await lookNow(app.owner);
  const later = await app.mail.next(otto.email, 20_000);
  expect([later.subject, later.text, linesOf(later)]).toEqual([told.subject, told.text, linesOf(told)]);

  // Behind the sign-in, it stands in words.
  const desk = await anotherContext({ viewport: { width: 1280, height: 800 } });
  await signIn(desk, otto);
  const today = await desk.newPage();
  await today.goto('/today');
  await expect(today.locator('[data-tier=urgent]')).toHaveCount(1);
});

withAndWithoutScript(
  'a partner sets a reminder, it comes as a mail that says nothing, and ends when they end it',
  async ({ app, page, context, signIn, device }) => {
    test.slow();
    const at = await coupleAtHome(app.owner);
    await signIn(context, at.first);
    const other = await device(at.second);
    const theirs = async () => bytesOf((await other.get('/me/reminders')).html);
    const before = await theirs();
    await page.goto('/me');
    await follow(page, 'Set reminders');
    await page.waitForURL('**/me/reminders');
    await expect(page).toHaveTitle('Today');
    await choose(page, 'What comes', /^A neutral reminder/);
    await press(page, 'Save');
    await expect(page.getByText('Choose at least one day, or choose no reminders.').first()).toBeVisible();
    for (const day of WEEK) await page.getByLabel(day).check();
    await fill(page, { Time: '21:00' });
    await press(page, 'Save');
    await expect(page.getByText(/Saved\. The next one comes .* 21:00\./)).toBeVisible();
    await expectNoSidewaysScroll(page);
    await page.goto('/me/reminders');
    await expect(page.getByLabel('Sunday')).toBeChecked();
    await expect(page.getByLabel('Time')).toHaveValue('21:00');
    expect(differenceOf(before, await theirs())).toBeNull();

    await moveClock(app.owner, '1 hour 2 minutes');
    await lookNow(app.owner);
    const first = await app.mail.next(at.first.email, 20_000);
    expect(first.subject).toBe(REMINDER);
    expect(first.text?.match(/https?:\S+/g)).toEqual([`${app.origin}/sign-in`]);
    expect(`${linesOf(first).join()} ${first.text}`).not.toMatch(/Example Practice|Tess|Ada|Bo\b|step|therap|couple/i);
    expect(first.html).toBe(false);

    await choose(page, 'What comes', 'No reminders');
    await press(page, 'Save');
    await expect(page.getByText('Saved. No reminders will come.')).toBeVisible();
    const { rows } = await app.owner.query(
      `select next_due_at as next, (select count(*)::integer from pgboss.job where data->>'reminderId' = r.id::text) as mails
         from reminders r where partner_id = $1`,
      [at.first.partnerId],
    );
    expect(rows).toEqual([{ next: null, mails: 1 }]);
  },
);
