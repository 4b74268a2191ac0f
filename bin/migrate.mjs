import { migrateOnly } from './bootstrap/hearth.mjs';
import { main } from './bootstrap/stopping.mjs';

await main(migrateOnly);
