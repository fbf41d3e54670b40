import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Category, Scheme } from '../../src/directory/schemes/scheme.contract.ts';
import { codesOf, wayTo } from '../../src/directory/schemes/scheme.rules.ts';
import { useLanguage, type Language } from '../i18n/language.tsx';
import { schemeQuery, schemesQuery } from './queries.ts';

/** `label`: what it is called with those above it; `names`: what it may be found by. */
type CategoryOption = { value: string; label: string; names: string };

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

/**
 * How a category is called in its scheme as that is now, also one that is offered no more; its code until that is known. `keys`: the
 * schemes that are needed.
 */
export function useCategoryNames(keys: readonly string[]): (filed: { scheme: string; code: string }) => string {
  const { language } = useLanguage();
  const all = useNewest(keys);
  return useMemo(() => {
    const names = new Map(
      all.flatMap(({ key, categories }) =>
        categories.map(({ code, zh, en }) => [`${key} ${code}`, language === 'en' ? (en ?? zh) : zh]),
      ),
    );
    return ({ scheme, code }) => names.get(`${scheme} ${code}`) ?? code;
  }, [all, language]);
}

/** Those of several schemes, one after the other; two schemes may give one code to different things. */
export function useCategoriesOf(keys: readonly string[]): readonly (CategoryOption & { scheme: string })[] {
  const { language } = useLanguage();
  const all = useNewest(keys);
  return useMemo(
    () => all.flatMap(({ key, categories }) => optionsOf(categories, language).map((one) => ({ ...one, scheme: key }))),
    [all, language],
  );
}

/** Schemes as they are now, whole; those that are not here yet are left out. */
function useNewest(keys: readonly string[]): readonly Scheme[] {
  const { data: schemes } = useQuery({ ...schemesQuery, enabled: keys.length > 0 });
  const found = keys.flatMap((key) => schemes?.find((one) => one.key === key) ?? []);
  return useQueries({
    queries: found.map(({ key, versions }) => schemeQuery(key, versions[0]!.version)),
    combine: (results) => results.flatMap(({ data }) => data ?? []),
  });
}
