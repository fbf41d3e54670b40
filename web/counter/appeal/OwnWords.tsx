import fold from '../../frame/LongTitle.module.css';
import { useFold } from '../../frame/useFold.ts';
import style from '../Counter.module.css';
import { useWords } from '../words.tsx';

/** What somebody raised, as the heading of its page: folded where it is long, so that what is asked of them stands on the first screen. */
export function OwnWords({ children }: { children: string }) {
  const { t } = useWords();
  const { heading, long, open, turn } = useFold(children);
  return (
    <>
      <h1 ref={heading} className={`${style['matter']} ${open ? '' : fold['folded']}`}>
        {children}
      </h1>
      {(long || open) && (
        <button type="button" className={fold['more']} aria-expanded={open} onClick={turn}>
          {t(open ? 'appeal.own.fold' : 'appeal.own.open')}
        </button>
      )}
    </>
  );
}
