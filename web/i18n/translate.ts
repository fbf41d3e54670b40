import type { Catalogue } from './flatten.ts';

export type Language = 'zh' | 'en';
type Params = Readonly<Record<string, unknown>>;
/**
 * The sentence for a key, its `{placeholders}` filled in; a key that no file has comes back as it is. Where `n` is 1 and the
 * file has `key.one`, that is it.
 */
export type Translate = (key: string, params?: Params) => string;

/** Speaks one language; see {@link Translate}. */
export const translator =
  (catalogue: Catalogue, language: Language): Translate =>
  (key, params) => {
    const one = params?.['n'] === 1 ? catalogue[`${key}.one`] : undefined;
    return fill(one ?? catalogue[key] ?? key, language, params);
  };

/** Fills the placeholders; of several values the language's comma goes between. */
function fill(sentence: string, language: Language, params: Params = {}): string {
  return sentence.replace(/\{(\w+)\}/gu, (whole, name: string) => {
    const value = params[name];
    if (Array.isArray(value)) return value.join(language === 'zh' ? '、' : ', ');
    return typeof value === 'string' || typeof value === 'number' ? String(value) : whole;
  });
}
