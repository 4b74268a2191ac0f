import { expect, test } from '@/tests/support/browser';

test('a supervisor of processes is told that the app lives and is ready', async ({ request }) => {
  for (const question of ['live', 'ready']) {
    const answer = await request.get(`/api/health/${question}`);
    expect(answer.status(), question).toBe(200);
  }
});
