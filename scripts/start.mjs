// `npm start`: see src/app/server/main.ts.
import { continueWith } from './bootstrap.mjs';

continueWith('src/app/server/main.ts');
