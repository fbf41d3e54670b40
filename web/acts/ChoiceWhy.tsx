import type { ActChoice, MatterView } from '../../src/matters/contract.ts';
import { useFormat } from '../format/useFormat.ts';
import { useLanguage } from '../i18n/language.tsx';
import { useStageName } from '../matters/useStageName.ts';
import { choiceText } from './choiceText.ts';

/** The reason why an act is off. */
export function ChoiceWhy({ choice, view }: { choice: ActChoice; view: MatterView }) {
  const { t, find } = useLanguage();
  const { day } = useFormat();
  const stage = useStageName(view);
  return <span>{choiceText(t, choice, { find, stage, day })}</span>;
}
