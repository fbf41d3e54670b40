import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Waiting } from '../frame/Waiting.tsx';
import { Speaking, useLanguage } from './language.tsx';
import { wholeWords } from './words.ts';

/** A document of the city's: it is in Chinese and stays so, whatever language the desk around it speaks. */
export function InChinese({ children }: { children: ReactNode }) {
  const around = useLanguage();
  const { data } = useQuery({
    queryKey: ['words', 'zh'],
    queryFn: () => wholeWords('zh'),
    staleTime: Infinity,
    enabled: around.language !== 'zh',
  });
  if (around.language === 'zh') return children;
  return data ? <Speaking words={data}>{children}</Speaking> : <Waiting lines={8} />;
}
