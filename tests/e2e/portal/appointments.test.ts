// A partner's appointments on their own phone: theirs and the joint ones, in their own zone, and a file that gives nothing away.
import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { follow, words } from '@/tests/support/acts/forms';
import { expect, test, withAndWithoutScript } from '@/tests/support/browser';
import { expectNoSidewaysScroll } from '@/tests/support/page-checks';
import { makeCouple, makePractice, makeStaff } from '@/tests/support/people';

test.use({ viewport: { width: 360, height: 780 }, expectedErrors: [/status of 404/] });

withAndWithoutScript(
  'partners read their appointments, and take the joint ones along',
  async ({ app, page, context, signIn, anotherContext, device }) => {
    const practice = await makePractice(app.owner);
    const tess = await makeStaff(app.owner, practice, ['therapist']);
    const { coupleId, first, second } = await makeCouple(app.owner, practice, tess, {
      timeZone: 'Australia/Lord_Howe',
    });
    const link = `https://video.example/${randomUUID()}`;
    const meet = (on: string, of: { partnerId?: string; place?: string; link?: string; isCancelled?: boolean }) =>
      app.owner.query(
        `insert into sessions (practice_id, couple_id, kind, partner_id, therapist_id, starts_at, minutes, place, video_link, cancelled_at)
         values ($1, $2, $3, $4, $5, $6::timestamp at time zone 'America/New_York', 50, $7, $8, case when $9 then auth.now() end)`,
        [
          practice.practiceId,
          coupleId,
          of.partnerId ? 'individual' : 'joint',
          of.partnerId ?? null,
          tess.staffMemberId,
          on,
          of.place ?? '',
          of.link ?? '',
          of.isCancelled ?? false,
        ],
      );
    await meet('2198-05-01 10:00', {
      place: 'A room with a very long name on the second floor, at the end of the corridor, left',
    });
    await meet('2198-05-08 10:00', { place: 'Room 9', isCancelled: true });
    await meet('2198-05-03 10:00', { partnerId: first.partnerId, link });

    await test.step('one with an appointment of their own', async () => {
      await signIn(context, first);
      await page.goto('/home');
      await follow(page, 'Appointments');
      await page.waitForURL('**/appointments');
      await expect(page).toHaveTitle('Today');
      const read = await words(page);
      expect(read).toMatch(/Wednesday, 2 May 2198\s+00:30 to 01:20\s*With both of you\s+A room with a very long name/);
      expect(read).toMatch(/Friday, 4 May 2198\s+00:30 to 01:20\s*With you alone\s+Join by video/);
      expect(read).toContain('This appointment is not taking place. The practice will contact you');
      expect(read).not.toContain('Room 9');
      expect(read).toContain('Times are in Australia/Lord Howe.');
      await expect(page.getByRole('link', { name: /Join by video/ })).toHaveAttribute('href', link);
      await expectNoSidewaysScroll(page);
    });

    await test.step('takes the joint ones along as a file', async () => {
      const arriving = page.waitForEvent('download');
      await follow(page, 'Download the file');
      const download = await arriving;
      expect(download.suggestedFilename()).toBe('reminders.ics');
      expect(download.url()).toMatch(/\/api\/reminders$/);
      const file = readFileSync(await download.path(), 'utf8');
      expect(file.match(/SUMMARY:.*/g)).toEqual(['SUMMARY:Reminder', 'SUMMARY:Reminder']);
      expect(file).not.toMatch(/room|video|example|hearth|practice|21980503/i);
    });

    await test.step('and the other finds nothing of it', async () => {
      const theirs = await anotherContext();
      await signIn(theirs, second);
      const own = await theirs.newPage();
      await own.goto('/appointments');
      expect(await words(own)).not.toMatch(/alone|video|4 May/i);
      await expect(own.getByRole('heading', { level: 2 })).toHaveText([
        'Wednesday, 2 May 2198',
        'Wednesday, 9 May 2198',
        'For a calendar',
      ]);
    });

    await test.step('nor does anyone else, and nothing of it is kept', async () => {
      const mine = await page.request.get('/api/reminders');
      expect(mine.headers()).toMatchObject({
        'cache-control': 'no-store',
        'content-type': 'text/calendar; charset=utf-8',
      });
      expect(await (await device()).get('/api/reminders')).toMatchObject({
        status: 303,
        location: '/sign-in',
        html: '',
      });
      expect(await (await device(tess)).get('/api/reminders')).toMatchObject({ status: 404, html: '' });
      expect(await (await device(tess)).get('/appointments')).toMatchObject({ status: 307, location: '/' });
    });
  },
);

test('whoever has no appointment reads one sentence', async ({ app, page, context, signIn }) => {
  const practice = await makePractice(app.owner);
  const tess = await makeStaff(app.owner, practice, ['therapist']);
  const { first } = await makeCouple(app.owner, practice, tess);
  await signIn(context, first);
  await page.goto('/appointments');
  await expect(page.getByText(/^None at the moment\./)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Download the file' })).toHaveCount(0);
  await follow(page, 'Back to Today');
  await page.waitForURL('**/home');
});
