import type { MatterView, StoryAct } from '../../src/matters/contract.ts';
import { useFormat } from '../format/useFormat.ts';
import { useLanguage } from '../i18n/language.tsx';
import { useStageName } from '../matters/useStageName.ts';
import { useUnits } from '../units/useUnits.ts';
import { effectText } from './effectText.ts';
import style from './StoryLine.module.css';

/** What followed from an act: the stage, the clocks. */
export function Effects({ act, view }: { act: StoryAct; view: MatterView }) {
  const { t, language } = useLanguage();
  const { day } = useFormat();
  const { unitName } = useUnits(act.at);
  const stage = useStageName(view);
  const clock = (key: string) => view.clockNames[key]?.[language] ?? key;
  const lines = act.effects.flatMap((effect) => effectText(t, effect, { unit: unitName, day, stage, clock }) ?? []);
  if (!lines.length) return null;
  return (
    <ul className={style['effects']}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
