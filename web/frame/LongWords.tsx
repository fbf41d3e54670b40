import { useT } from '../i18n/language.tsx';
import style from './LongTitle.module.css';
import { useFold } from './useFold.ts';

/** What somebody said, of however many words: after four lines it folds as a long heading does ({@link LongTitle}). */
export function LongWords({ children }: { children: string }) {
  const t = useT();
  const { heading: words, long, open, turn } = useFold<HTMLSpanElement>(children);
  return (
    <>
      <span ref={words} className={style[open ? 'whole' : 'folded']}>
        {children}
      </span>
      {(long || open) && (
        <button type="button" className={style['more']} aria-expanded={open} onClick={turn}>
          {t(open ? 'web.title.fold' : 'web.title.open')}
        </button>
      )}
    </>
  );
}
