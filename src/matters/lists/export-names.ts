import { findCategory, findCategoryNames } from '../../directory/index.ts';
import { sentence, type Language } from '../../platform/i18n/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { Filed } from '../life/state-parts.rules.ts';
import { newestMechanisms } from '../mechanisms/mechanism.store.ts';
import type { FilterWords, Words } from './export.rules.ts';

/** A category with those above it, as its version called them, and its code: `营商环境 / 证照办理（0701）`. */
export async function categoryWords(tx: Tx, city: number, language: Language, filed: Filed): Promise<string> {
  const way = await findCategoryNames(tx, city, filed);
  const name = way.map(({ zh, en }) => (language === 'en' ? (en ?? zh) : zh)).join(' / ');
  return name ? sentence(language, 'transfer.category', { name, code: filed.code }) : filed.code;
}

/**
 * How the city calls now what a list is narrowed by: the mechanism, and the stage, way and category among those of the mechanism that is
 * asked for, else of all. What several call differently has all its names, what none knows stands as it was asked for.
 */
export async function filterWords(
  tx: Tx,
  city: number,
  language: Language,
  query: { readonly mechanism?: string | undefined; readonly category?: string | undefined },
): Promise<Omit<FilterWords, keyof Words>> {
  const all = await newestMechanisms(tx, city);
  const among = all.filter(({ key }) => query.mechanism === undefined || key === query.mechanism);
  const categories: string[] = [];
  for (const scheme of new Set(among.flatMap(({ mechanism }) => mechanism.scheme ?? []))) {
    const filed = query.category === undefined ? undefined : await findCategory(tx, city, scheme, query.category);
    if (filed) categories.push(await categoryWords(tx, city, language, filed));
  }
  const either = (key: string, names: readonly (string | undefined)[]): string =>
    [...new Set(names.filter(Boolean))].join(' / ') || key;
  return {
    mechanismNamed: (key) => all.find((one) => one.key === key)?.mechanism.name[language] ?? key,
    stageNamed: (key) =>
      either(
        key,
        among.map(({ mechanism }) => mechanism.stages[key]?.name[language]),
      ),
    channelNamed: (key) =>
      either(
        key,
        among.map(({ mechanism }) => mechanism.channels?.[key]?.[language]),
      ),
    categoryNamed: (code) => either(code, categories),
  };
}
