import { afterAll } from 'vitest';
import { endAll } from './ending.ts';

// Vitest reads this anew for each file. A hook that a file adds later, from within a beforeAll or a test, is passed over without a word,
// so what it should have closed would stay open: `atTheEnd` puts it here instead.
afterAll(endAll);
