import type { Wrong } from '../../frame/address/wrong.ts';
import { useLanguage, type Language } from '../../i18n/language.tsx';

type Rows = readonly { readonly key: string; readonly name: Readonly<Record<Language, string>> }[];

/**
 * What is wrong with an address that names a mechanism of which nothing is counted among `rows`: which they are is known with the answer,
 * so no rule beside the route can say it. Nothing is wrong until that is there.
 */
export function useUnknownMechanism(mechanism: string | undefined, rows: Rows | undefined): Wrong[] {
  const { t, language } = useLanguage();
  if (mechanism === undefined || !rows?.length || rows.some(({ key }) => key === mechanism)) return [];
  const part = rows.map(({ key, name }) => t('address.named', { key, name: name[language] }));
  return [{ key: 'mechanism', value: mechanism, part, must: false }];
}
