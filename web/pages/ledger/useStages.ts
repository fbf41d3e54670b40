import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLanguage } from '../../i18n/language.tsx';
import { channelsOf } from './filters/stagesOf.ts';
import { choicesQuery } from './ledger.queries.ts';

/** The names of mechanisms, of their stages and channels, in the reader's language; the key itself until they are here. */
export function useStages() {
  const { language } = useLanguage();
  const { data } = useQuery(choicesQuery);
  return useMemo(() => {
    const mechanisms = data?.mechanisms ?? [];
    const mechanismName = (key: string): string => mechanisms.find((one) => one.key === key)?.[language] ?? key;
    const stageName = (mechanism: string | undefined, key: string): string =>
      mechanisms
        .filter((one) => mechanism === undefined || one.key === mechanism)
        .flatMap(({ stages }) => stages)
        .find((stage) => stage.key === key)?.[language] ?? key;
    const channelName = (mechanism: string | undefined, key: string): string =>
      channelsOf(mechanisms, mechanism, language).find(({ value }) => value === key)?.label ?? key;
    return { mechanisms, areas: data?.areas ?? [], mechanismName, stageName, channelName };
  }, [data, language]);
}
