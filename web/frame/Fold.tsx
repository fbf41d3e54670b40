import { createContext, useCallback, useContext, useEffect, useRef, type ReactNode } from 'react';
import style from './Fold.module.css';

const Drawn = createContext<() => void>(() => undefined);

/** To be called by what stands in a fold whenever it has drawn something that is costly to lay out. */
export const useDrawnInFold = (): (() => void) => useContext(Drawn);

/**
 * What a button opens and shuts, and what is too heavy to be laid out in the frame that answers the button: while it is shut, it is laid
 * out out of sight as soon as nothing else is to be done.
 */
export function Fold({ open, children }: { open: boolean; children: ReactNode }) {
  const fold = useRef<HTMLDivElement>(null);
  const asked = useRef(0);
  const lay = useCallback(() => {
    cancelIdleCallback(asked.current);
    asked.current = requestIdleCallback(() => {
      const { current } = fold;
      if (!current || current.dataset['open'] === 'true') return;
      current.toggleAttribute('data-laying', true);
      // Asking for a size is what has the browser lay it out.
      current.firstElementChild?.getBoundingClientRect();
      current.toggleAttribute('data-laying', false);
    });
  }, []);
  useEffect(() => {
    lay();
    return () => cancelIdleCallback(asked.current);
  }, [lay]);
  return (
    <Drawn value={lay}>
      <div ref={fold} className={style['fold']} data-open={open}>
        {children}
      </div>
    </Drawn>
  );
}
