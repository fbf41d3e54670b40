import type { MatterView } from '../../src/matters/contract.ts';
import { useLanguage } from '../i18n/language.tsx';

/** The name of a stage of this matter's mechanism, in the reader's language. */
export function useStageName(view: Pick<MatterView, 'stages'>): (key: string) => string {
  const { language } = useLanguage();
  return (key) => view.stages.find((stage) => stage.key === key)?.[language] ?? key;
}
