import { test } from 'vitest';
test.skip('a partner can pause', () => {});
