// A measure goes round: given by keyboard, answered alone on a phone, read by the care team, and nothing of it on the other's phone.
import { field, follow, press } from '@/tests/support/acts/forms';
import { expect, test } from '@/tests/support/browser';
import { listenForMouse, tabTo } from '@/tests/support/keyboard';
import { allOf, differenceOf } from '@/tests/support/page-bytes';
import { expectAccessible, expectNoSidewaysScroll } from '@/tests/support/page-checks';
import { coupleAtHome } from '@/tests/support/partner-day';

test.setTimeout(180_000);

const PLACES = ['/home', '/questions', '/saved', '/shared', '/me'];

for (const javaScriptEnabled of [true, false])
  test(`a measure is given, answered alone ${javaScriptEnabled ? 'with' : 'without'} JavaScript, and read by the care team`, async ({
    app,
    page,
    context,
    anotherContext,
    signIn,
    device,
  }) => {
    const at = await coupleAtHome(app.owner);
    const measures = `/couples/${at.couple.coupleId}/measures`;
    const bo = await device(at.second);
    const seenByBo = async () => Promise.all(PLACES.map(async (path) => allOf(await bo.get(path))));
    await signIn(context, at.therapist);
    // That the care team opened what there is of both stands on both their pages, whatever there is.
    await page.goto(measures);
    const before = await seenByBo();
    const opened = await anotherContext({ javaScriptEnabled, viewport: { width: 320, height: 640 } });
    await signIn(opened, at.first);
    const ada = await opened.newPage();

    await test.step('the therapist gives it, by keyboard alone', async () => {
      const heard = await listenForMouse(page);
      await page.goto(measures, { waitUntil: 'networkidle' });
      await expectAccessible(page);
      await tabTo(page, page.getByRole('link', { name: 'Give a measure' }));
      await page.keyboard.press('Enter');
      await page.waitForURL('**/measures/give');
      await page.waitForLoadState('networkidle');
      await expectAccessible(page);
      await tabTo(page, page.getByLabel('Ada Example'));
      await page.keyboard.press('Space');
      await tabTo(page, page.getByLabel('PHQ-9'));
      await page.keyboard.press('Space');
      await tabTo(page, page.getByRole('button', { name: 'Give it' }));
      await page.keyboard.press('Enter');
      await page.waitForURL(`**${measures}`);
      await expect(page.getByText('Not answered yet')).toBeVisible();
      expect(heard).toEqual([]);
    });

    await test.step('Ada answers one question a page, skips one, and sends', async () => {
      await ada.goto('/home');
      await follow(ada, 'Questions');
      await ada.waitForURL('**/questions');
      expect(await ada.content()).not.toMatch(/PHQ|depress/i);
      await follow(ada, /^The last two weeks/);
      for (let at = 1; at <= 10; at += 1) {
        await expect(ada.getByText(`${at} of 10`)).toBeVisible();
        expect(await ada.title()).toBe('Today');
        await expectNoSidewaysScroll(ada);
        if (javaScriptEnabled && at < 3) await expectAccessible(ada);
        if (at !== 10) await ada.getByLabel(at === 9 ? 'Several days' : 'Not at all', { exact: true }).check();
        await press(ada, at === 10 ? 'Skip' : 'Continue');
      }
      await expect(ada.getByRole('heading', { name: 'Ready to send' })).toBeVisible();
      await press(ada, 'Send');
      await ada.waitForURL('**/saved');
      await expect(ada.getByRole('heading', { name: 'If you want help now' })).toBeVisible();
      await ada.goto('/questions');
      await expect(ada.getByText('No questions wait for you.')).toBeVisible();
    });

    await test.step('the care team sees the score, and that somebody is to be reached today', async () => {
      await page.goto(`/couples/${at.couple.coupleId}`);
      await expect(page.getByText('Reach A.E. today')).toBeVisible();
      await page.goto(measures);
      await expect(page.getByText('1 of 27')).toBeVisible();
      await expectAccessible(page);
      await follow(page, /^Answers to PHQ-9/);
      await expect(page.getByText('About safety: never for a screen that both may see')).toBeVisible();
      await expectAccessible(page);
    });

    await test.step('and Bo’s pages are the same to the byte', async () => {
      const after = await seenByBo();
      for (const [place, bytes] of before.entries())
        expect(differenceOf(bytes, after[place]!), PLACES[place]).toBeNull();
    });

    await test.step('a paper form and a total from elsewhere are entered', async () => {
      await page.goto(`${measures}/elsewhere`);
      await press(page, 'Save the total');
      await expect(page.getByText('Write the name of the measure.').first()).toBeVisible();
      await page.getByLabel('Bo Sample').check();
      await field(page, 'Name of the measure').fill('RDAS');
      await field(page, 'Total').fill('48');
      await press(page, 'Save the total');
      await page.waitForURL(`**${measures}`);
      await expect(page.getByRole('heading', { name: 'RDAS' })).toBeVisible();
      await page.goto(`${measures}/paper?of=${at.second.partnerId}&form=one`);
      await page.getByLabel('4', { exact: true }).check();
      await press(page, 'Save the form');
      await page.waitForURL(`**${measures}`);
      await expect(page.getByText('4 of 10')).toBeVisible();
      await page.setViewportSize({ width: 320, height: 700 });
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    });
  });

test('whatever was answered, sending leads to the same bytes', async ({ app, device }) => {
  const at = await coupleAtHome(app.owner);
  const ada = await device(at.first);
  const sent: string[] = [];
  for (const place of ['0', '3', null]) {
    const { rows } = await app.owner.query<{ id: string }>(
      `insert into measures_given (practice_id, couple_id, partner_id, instrument, version, due_on, author_id)
       values ($1, $2, $3, 'phq9', 1, current_date, $4) returning id`,
      [at.practice.practiceId, at.couple.coupleId, at.first.partnerId, at.therapist.staffMemberId],
    );
    const path = `/questions/${rows[0]!.id}`;
    const answers =
      place === null ? {} : Object.fromEntries(Array.from({ length: 9 }, (_, q) => [`answers.q${q + 1}`, place]));
    await ada.fill(`${path}/all`, '', answers);
    const answered = await ada.fill(`${path}/send`, 'Send');
    sent.push(allOf(answered).replaceAll(rows[0]!.id, 'id'), allOf(await ada.get('/saved')));
  }
  const { rows } = await app.owner.query(
    'select total::int from measure_scores where couple_id = $1 order by sent_at',
    [at.couple.coupleId],
  );
  expect(rows).toEqual([{ total: 0 }, { total: 27 }, { total: null }]);
  for (const [place, bytes] of sent.entries()) expect(differenceOf(sent[place % 2]!, bytes)).toBeNull();
});
