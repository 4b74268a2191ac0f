// The confidentiality policy changes: talked about in a session, answered by each alone on their phone without JavaScript, begun by the therapist.
import { choose, press, words } from '@/tests/support/acts/forms';
import { expect, test } from '@/tests/support/browser';
import { passTurn } from '@/tests/support/clock';
import { expectAccessible, expectNoSidewaysScroll } from '@/tests/support/page-checks';
import { coupleAtHome } from '@/tests/support/partner-day';

const PHONE = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false };
const OLD = 'Your therapist keeps what you write, unless it stands in the way of the work';
const NEW = 'Your therapist may bring what you write into a session together.';

test('rule 8: each says yes on their own phone, and only then the therapist begins the new policy', async ({
  app,
  page,
  context,
  anotherContext,
  signIn,
}) => {
  const at = await coupleAtHome(app.owner);
  await app.owner.query(
    `insert into sessions (practice_id, couple_id, kind, therapist_id, starts_at, minutes) values ($1, $2, 'joint', $3, auth.now() - interval '5 hours', 50)`,
    [at.practice.practiceId, at.couple.coupleId, at.therapist.staffMemberId],
  );
  await signIn(context, at.therapist);
  const intake = `/couples/${at.couple.coupleId}/intake`;
  await page.goto(intake);
  await page.getByRole('link', { name: 'Change the policy' }).click();
  await page.waitForURL('**/intake/policy');
  await press(page, 'Put it before each of them');
  await expect(page.getByText('Choose a confidentiality policy.').first()).toBeVisible();
  await choose(page, 'The other policy', /^No secrets/);
  await press(page, 'Put it before each of them');
  await expect(page.getByText('Is asked from the next turn on.')).toHaveCount(2);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  const phoneOf = async (who: { token: string }) => {
    const phone = await anotherContext(PHONE);
    await signIn(phone, who);
    return phone.newPage();
  };
  const [ada, bo] = [await phoneOf(at.first), await phoneOf(at.second)];
  const line = 'Your therapist asks you something, on your own.';
  await ada.goto('/home');
  await expect(ada.getByText(line)).toHaveCount(0);
  await passTurn(app.owner);

  await bo.goto('/home');
  await expect(bo.getByText(line)).toBeVisible();
  const ofBo = await words(bo);
  await ada.goto('/home');
  await ada.getByRole('link', { name: 'Read it' }).click();
  await ada.waitForURL('**/asked');
  // The checks themselves are scripts, so they look at the same page on a phone that runs some.
  const scripted = await anotherContext({ viewport: PHONE.viewport });
  await signIn(scripted, at.second);
  const looked = await scripted.newPage();
  await looked.goto('/asked');
  await expectAccessible(looked);
  await expectNoSidewaysScroll(looked);
  await scripted.close();
  await expect(ada.getByLabel('My yes is also for what I wrote before')).not.toBeChecked();
  await press(ada, 'Send');
  await expect(ada.getByText('Choose one of the two, or leave this page.').first()).toBeVisible();
  await ada.getByLabel('Yes, I agree to this').check();
  await press(ada, 'Send');
  await ada.waitForURL('**/saved');
  await ada.goto('/home');
  await expect(ada.getByText(line)).toHaveCount(0);
  await ada.goto('/write/private');
  await expect(ada.getByText(OLD)).toBeVisible();

  await bo.goto('/home');
  expect(await words(bo), 'the other’s page is as it was').toBe(ofBo);
  await page.reload();
  await expect(page.getByText(/^Yes, on .*, not for what was written before\.$/)).toBeVisible();
  await expect(page.getByText('Has not answered.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Bring it into force/ })).toHaveCount(0);
  await bo.goto('/asked');
  await bo.getByLabel('Yes, I agree to this').check();
  await press(bo, 'Send');
  await bo.waitForURL('**/saved');

  await page.reload();
  await press(page, 'Bring it into force from the next turn');
  await page.waitForURL(`**${intake}`);
  await expect(page.getByText(/^No secrets, since/)).toBeVisible();
  for (const phone of [ada, bo]) {
    await phone.goto('/write/private');
    await expect(phone.getByText(OLD)).toBeVisible();
  }
  await passTurn(app.owner);
  for (const phone of [ada, bo]) {
    await phone.goto('/write/private');
    await expect(phone.getByText(NEW)).toBeVisible();
  }
});
