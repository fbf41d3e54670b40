export { describe, languageOf, sentence, type Language } from './sentences.ts';
