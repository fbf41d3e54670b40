import { fill } from '../../src/platform/i18n/fill.rules.ts';
import type { Catalogue } from './flatten.ts';

export type Language = 'zh' | 'en';
type Params = Readonly<Record<string, unknown>>;
/** The sentence for a key, its placeholders filled in; a key that no file has comes back as it is. */
export type Translate = (key: string, params?: Params) => string;

/** Speaks one language; see {@link Translate}. */
export const translator =
  (catalogue: Catalogue, language: Language): Translate =>
  (key, params) =>
    fill(catalogue[key] ?? key, language, params);
