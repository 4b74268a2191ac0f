#!/usr/bin/env node
// `npm run audit:verify`: reads the whole access log against its chain and the signed heads. Ends with 1 when something is not as it was written.
import { inspect } from './bootstrap/hearth.mjs';
import { main } from './bootstrap/stopping.mjs';

await main(() => inspect('bin/tasks/verify-access-log.ts'));
