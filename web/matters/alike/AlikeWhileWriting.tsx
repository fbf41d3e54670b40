import type { MatterRow } from '../../../src/matters/contract.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useT } from '../../i18n/language.tsx';
import { AlikeList } from './AlikeList.tsx';
import style from './Alike.module.css';
import { counted } from './counted.ts';
import { useAlikeText } from './alike.ts';

type Props = {
  text: string;
  /** Adds whoever calls to that one; left out where nobody calls. */
  onJoin?: ((into: MatterRow) => void) | undefined;
  mayJoin?: (into: MatterRow) => boolean;
};

/**
 * What is already open and like what is being written: looked at before the same is registered twice. What was answered to others and published
 * stands first: it may be read to whoever calls. Nothing where nothing is.
 */
export function AlikeWhileWriting({ text, onJoin, mayJoin }: Props) {
  const t = useT();
  const { day } = useFormat();
  const { rows, answers = [] } = useAlikeText(text);
  const { n, answered } = counted(rows);
  return (
    <section aria-live="polite" aria-label={t('web.alike')} className={style['writing']}>
      {answers.length > 0 && (
        <>
          <h2>{t('web.alike.answers', { n: answers.length })}</h2>
          <ul className={style['list']}>
            {answers.map(({ id, question, answer, day: published }) => (
              <li key={id}>
                <details>
                  <summary>{question}</summary>
                  <p className={style['words']}>{answer}</p>
                  <p className="faint">{t('web.alike.answers.day', { day: day(published) })}</p>
                </details>
              </li>
            ))}
          </ul>
        </>
      )}
      {rows.length > 0 && (
        <>
          <h2>{t(answered ? 'web.alike.writing.answered' : 'web.alike.writing', { n })}</h2>
          <AlikeList
            rows={rows}
            onJoin={onJoin}
            mayJoin={mayJoin}
            joinWords={{ press: t('web.alike.add-caller'), of: (number) => t('web.alike.add-caller-of', { number }) }}
          />
        </>
      )}
    </section>
  );
}
