import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Category } from '../../src/directory/schemes/scheme.contract.ts';
import { codesOf, wayTo } from '../../src/directory/schemes/scheme.rules.ts';
import { useLanguage, type Language } from '../i18n/language.tsx';
import { schemeQuery, schemesQuery } from './queries.ts';

/** `label`: what it is called with those above it; `names`: what it may be found by. */
export type CategoryOption = { value: string; label: string; names: string };

function optionsOf(categories: readonly Category[], language: Language): CategoryOption[] {
  const byCode = codesOf(categories);
  return categories
    .filter(({ retired }) => !retired)
    .map(({ code }) => {
      const way = wayTo(byCode, code);
      const name = (language === 'en' ? way.map(({ en, zh }) => en ?? zh) : way.map(({ zh }) => zh)).join(' / ');
      return { value: code, label: name, names: `${code} ${name}` };
    });
}

/** The categories in use of a scheme as it is now. */
export function useCategories(scheme: string): CategoryOption[] {
  const { language } = useLanguage();
  const { data: schemes } = useQuery({ ...schemesQuery, enabled: scheme !== '' });
  const version = schemes?.find(({ key }) => key === scheme)?.versions[0]?.version;
  const { data } = useQuery({ ...schemeQuery(scheme, version ?? 0), enabled: version !== undefined });
  return useMemo(() => optionsOf(data?.categories ?? [], language), [data, language]);
}

/** Those of several schemes, one after the other; a code that stands in two of them stands once, with both names. */
export function useCategoriesOf(keys: readonly string[]): readonly CategoryOption[] {
  const { language } = useLanguage();
  const { data: schemes } = useQuery({ ...schemesQuery, enabled: keys.length > 0 });
  const newest = keys.flatMap((key) => schemes?.find((one) => one.key === key)?.versions[0]?.version ?? []);
  const here = keys.length === newest.length;
  const categories = useQueries({
    queries: here ? keys.map((key, i) => schemeQuery(key, newest[i]!)) : [],
    combine: (all) => all.map(({ data }) => data?.categories ?? []),
  });
  return useMemo(() => {
    const byCode = new Map<string, CategoryOption>();
    for (const option of categories.flatMap((some) => optionsOf(some, language))) {
      const had = byCode.get(option.value);
      byCode.set(
        option.value,
        had ? { ...had, label: `${had.label}；${option.label}`, names: `${had.names} ${option.names}` } : option,
      );
    }
    return [...byCode.values()];
  }, [categories, language]);
}
