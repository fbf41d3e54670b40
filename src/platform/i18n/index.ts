export { describe, languageOf, LANGUAGES, sentence, type Language } from './sentences.ts';
