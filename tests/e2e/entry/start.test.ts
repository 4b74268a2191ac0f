import { expect, test } from '@/tests/support/browser';

test('whoever watches over the processes is told that the app lives and is ready', async ({ request }) => {
  for (const question of ['live', 'ready']) {
    const answer = await request.get(`/api/health/${question}`);
    expect(answer.status(), question).toBe(200);
  }
});

test('an empty installation has a set-up link that opens on a form', async ({ emptyApp, page }) => {
  const link = await emptyApp.setUpLink();
  expect(link).toMatch(`${emptyApp.origin}/set-up/`);
  await page.goto(link);
  await expect(page.getByRole('button', { name: 'Create the practice' })).toBeVisible();
});
