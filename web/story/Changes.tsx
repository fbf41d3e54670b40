import type { MatterView, StoryAct } from '../../src/matters/contract.ts';
import { useFormat } from '../format/useFormat.ts';
import { useLanguage } from '../i18n/language.tsx';
import { withNodes } from '../i18n/withNodes.tsx';
import { useUnits } from '../units/useUnits.ts';
import { changeText, isOfWords, wordChangeKey } from './changeText.ts';
import { Marked } from './Marked.tsx';
import { officeOf } from './officeOf.ts';
import style from './Changes.module.css';

type Props = Pick<StoryAct, 'changes' | 'at'>;

/** What an act made different, each in one sentence; of words, those that went and those that came are marked. */
export function Changes({ changes, at, view }: Props & { view: Pick<MatterView, 'clockNames' | 'sealed'> }) {
  const { t, language } = useLanguage();
  const { day } = useFormat();
  const { unitName } = useUnits(at);
  const clock = (key: string) => view.clockNames[key]?.[language] ?? key;
  if (!changes.length) return null;
  return (
    <ul className={style['changes']}>
      {changes.map((change) => (
        <li key={JSON.stringify(change)}>
          {isOfWords(change)
            ? withNodes(t(wordChangeKey(change)), {
                from: <Marked from={change.from ?? ''} to={change.to ?? ''} side="from" />,
                to: <Marked from={change.from ?? ''} to={change.to ?? ''} side="to" />,
              })
            : changeText(t, change, { unit: unitName, office: t(officeOf(view)), day, clock })}
        </li>
      ))}
    </ul>
  );
}
