import type { Named } from '../../kernel/index.ts';
import { sentence, type Language } from '../i18n/index.ts';

/**
 * A field as its reader calls it, e.g. 条目第 1 项的交办 for `items.0.assign`: lists are counted from one, and what the
 * catalogues have a word for (`http.part.…`) is called by it. Where it stands in what was sent is told by the pointer.
 */
export const fieldName = (path: readonly PropertyKey[]): Named => ({
  zh: inWords('zh', path),
  en: inWords('en', path),
});

function inWords(language: Language, path: readonly PropertyKey[]): string {
  let words = '';
  // What an act was given is all that a person sees of it: a deadline, and not what was given's deadline.
  for (const step of path.length > 1 ? path.filter((each) => each !== 'given') : path) {
    const key = words === '' ? 'first' : typeof step === 'number' ? 'nth' : 'of';
    const params = typeof step === 'number' ? { whole: words, n: step + 1 } : { whole: words, step: String(step) };
    words = sentence(language, `http.place-${key}`, params);
  }
  return words;
}
