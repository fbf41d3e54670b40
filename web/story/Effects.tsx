import type { MatterView, StoryAct } from '../../src/matters/contract.ts';
import { useFormat } from '../format/useFormat.ts';
import { useLanguage } from '../i18n/language.tsx';
import { useStageName } from '../matters/useStageName.ts';
import { useUnits } from '../units/useUnits.ts';
import { effectText } from './effectText.ts';
import { officeOf } from './officeOf.ts';
import style from './StoryLine.module.css';

/** What followed from an act: the stage, the clocks. */
export function Effects({ act, view }: { act: StoryAct; view: MatterView }) {
  const { t, language } = useLanguage();
  const { day } = useFormat();
  const { unitName } = useUnits(act.at);
  const stage = useStageName(view);
  const office = t(officeOf(view));
  const clock = (key: string) => view.clockNames[key]?.[language] ?? key;
  // Two clocks of two units read alike until the units' names are there: an effect is known by itself, not by its words.
  const lines = act.effects.flatMap((effect) => {
    const text = effectText(t, effect, { unit: unitName, office, day, stage, clock });
    return text ? { key: JSON.stringify(effect), text } : [];
  });
  if (!lines.length) return null;
  return (
    <ul className={style['effects']}>
      {lines.map(({ key, text }) => (
        <li key={key}>{text}</li>
      ))}
    </ul>
  );
}
