// Runs any TypeScript file of the project under the pinned Node: `node scripts/run.mjs bench/main.ts …`.
import { continueWith } from './bootstrap.mjs';

const [entry, ...args] = process.argv.slice(2);
continueWith(entry, args);
