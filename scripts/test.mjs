// `npm test`: see scripts/test/main.ts. With arguments it runs the unit tests of those paths alone.
import { continueWith } from './bootstrap.mjs';

continueWith('scripts/test/main.ts');
