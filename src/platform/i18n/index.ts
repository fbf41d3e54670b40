export { readable } from './wording.rules.ts';
export { describe, languageOf, sentence, type Language } from './sentences.ts';
