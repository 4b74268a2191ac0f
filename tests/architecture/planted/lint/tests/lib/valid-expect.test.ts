import { expect, test } from 'vitest';
test('a partner can pause', () => {
  expect('paused');
});
