import { startHearth } from './bootstrap/hearth.mjs';
import { main } from './bootstrap/stopping.mjs';

await main(() => startHearth({ command: 'npm run demo', demo: true }));
