export { readable } from './wording.rules.ts';
export type { Language } from './language.rules.ts';
export { describe, languageOf, sentence } from './sentences.ts';
