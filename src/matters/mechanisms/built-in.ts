import type { BuiltIn } from '../../mechanism/index.ts';
import { sentence } from '../../platform/i18n/index.ts';

/** What the program calls things, for the check of a mechanism’s file. */
export const builtInNames: BuiltIn = (key, language) => sentence(language, key);
