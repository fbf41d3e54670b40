import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { codesOf, wayTo } from '../../src/directory/schemes/scheme.rules.ts';
import { useLanguage } from '../i18n/language.tsx';
import { schemeQuery, schemesQuery } from './queries.ts';

/** The categories in use of a scheme as it is now, each as it is called with those above it; `names` is what it may be found by. */
export function useCategories(scheme: string): { value: string; label: string; names: string }[] {
  const { language } = useLanguage();
  const { data: schemes } = useQuery({ ...schemesQuery, enabled: scheme !== '' });
  const version = schemes?.find(({ key }) => key === scheme)?.versions[0]?.version;
  const { data } = useQuery({ ...schemeQuery(scheme, version ?? 0), enabled: version !== undefined });
  return useMemo(() => {
    const byCode = codesOf(data?.categories ?? []);
    return (data?.categories ?? [])
      .filter(({ retired }) => !retired)
      .map(({ code }) => {
        const way = wayTo(byCode, code);
        const name = (language === 'en' ? way.map(({ en, zh }) => en ?? zh) : way.map(({ zh }) => zh)).join(' / ');
        return { value: code, label: name, names: `${code} ${name}` };
      });
  }, [data, language]);
}
