import { test } from 'vitest';
test.only('a partner can pause', () => {});
