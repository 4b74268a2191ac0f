import { startHearth } from './bootstrap/hearth.mjs';
import { main } from './bootstrap/stopping.mjs';

await main(() => startHearth({ command: 'npm start', demo: false }));
