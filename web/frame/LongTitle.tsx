import { useT } from '../i18n/language.tsx';
import style from './LongTitle.module.css';
import { useFold } from './useFold.ts';

type Props = { as: 'h1' | 'h2'; children: string };

/** A heading of however many words: after four lines it folds, and a button under it opens the rest. */
export function LongTitle({ as: Heading, children }: Props) {
  const t = useT();
  const { heading, long, open, turn } = useFold(children);
  return (
    <>
      <Heading ref={heading} tabIndex={-1} className={open ? undefined : style['folded']}>
        {children}
      </Heading>
      {(long || open) && (
        <button type="button" className={style['more']} aria-expanded={open} onClick={turn}>
          {t(open ? 'web.title.fold' : 'web.title.open')}
        </button>
      )}
    </>
  );
}
