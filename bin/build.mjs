import { buildOnly } from './bootstrap/hearth.mjs';
import { main } from './bootstrap/stopping.mjs';

await main(buildOnly);
