import { useLayoutEffect, useRef, useState } from 'react';
import { useT } from '../i18n/language.tsx';
import style from './LongTitle.module.css';

type Props = { as: 'h1' | 'h2'; children: string };

/** A heading of however many words: after four lines it folds, and a button under it opens the rest. */
export function LongTitle({ as: Heading, children }: Props) {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  const [long, setLong] = useState(false);
  const [open, setOpen] = useState(false);
  useLayoutEffect(() => {
    const element = heading.current;
    if (!element || open) return;
    const seen = new ResizeObserver(() => setLong(element.scrollHeight > element.clientHeight + 2));
    seen.observe(element);
    return () => seen.disconnect();
  }, [open, children]);
  return (
    <>
      <Heading ref={heading} tabIndex={-1} className={open ? undefined : style['folded']}>
        {children}
      </Heading>
      {(long || open) && (
        <button type="button" className={style['more']} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'web.title.fold' : 'web.title.open')}
        </button>
      )}
    </>
  );
}
