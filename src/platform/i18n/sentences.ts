import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem, ProblemParam } from '../../kernel/index.ts';
import { fill } from './fill.rules.ts';
import { languageAmong, type Language } from './language.rules.ts';
import { readable } from './wording.rules.ts';

const FOLDER = join(import.meta.dirname, '../../../messages');
const catalogues = new Map<Language, ReadonlyMap<string, string>>();

/**
 * The sentence of a key in a language, its `{placeholders}` filled from `params`: keys become words, lists are
 * joined the language's way.
 *
 * @throws when no catalogue has the key: a test keeps every key used in code in both languages.
 */
export function sentence(language: Language, key: string, params: Readonly<Record<string, ProblemParam>> = {}): string {
  const template = catalogue(language).get(key);
  if (template === undefined) throw new Error(`messages/${language} has no sentence for ${key}`);
  const words = readable(params, (word) => catalogue(language).get(word));
  return fill(template, language, words);
}

/** A refusal in words, e.g. for the command line. */
export function describe(language: Language, problem: Problem): string {
  return sentence(language, problem.code, problem.params);
}

/**
 * The reader's language: what a `lang` cookie chose, else what Accept-Language likes best of those that there are (RFC 9110, 12.5.4: by
 * `q`, then in the order in which they stand; what has `q=0` is not wanted), else Chinese.
 */
export function languageOf(chosen: string | undefined, accepted: string | undefined): Language {
  const wishes = (accepted ?? '')
    .split(',')
    .map((wish) => {
      const [range = '', ...params] = wish.split(';');
      const q = params.map((one) => /^\s*q\s*=\s*(\d(?:\.\d{1,3})?)\s*$/iu.exec(one)?.[1]).find(Boolean);
      return { range, q: q === undefined ? 1 : Number(q) };
    })
    .filter(({ q }) => q > 0)
    .toSorted((a, b) => b.q - a.q);
  return languageAmong([chosen, ...wishes.map(({ range }) => range)]);
}

function catalogue(language: Language): ReadonlyMap<string, string> {
  const known = catalogues.get(language);
  if (known) return known;
  const folder = join(FOLDER, language);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, string>;
  const sentences = new Map(files.flatMap((name) => Object.entries(read(name))));
  catalogues.set(language, sentences);
  return sentences;
}
