import { lazy, Suspense, useState, type CSSProperties, type ReactNode } from 'react';
import { Waiting } from '../../../frame/Waiting.tsx';
import style from './Beside.module.css';
import { Divider } from './Divider.tsx';

const MatterPane = lazy(async () => ({ default: (await import('./MatterPane.tsx')).MatterPane }));

const KEY = 'huiyin.ledger.beside';
const USUAL = 420;

type Props = { open: string | undefined; onClose: () => void; children: ReactNode };

/**
 * The list, and beside it the matter that is open, if one is; how wide the list is, is remembered on this machine. The list
 * stays the same element whether anything is open or not, and with it what is chosen in it.
 */
export function Beside({ open, onClose, children }: Props) {
  const [width, setWidth] = useState(() => Number(localStorage.getItem(KEY)) || USUAL);
  const resize = (to: number) => {
    localStorage.setItem(KEY, String(to));
    setWidth(to);
  };
  return (
    <div className={style['beside']} data-open={open !== undefined} style={{ '--list': `${width}px` } as CSSProperties}>
      <div className={style['list']}>{children}</div>
      {open !== undefined && (
        <>
          <Divider width={width} onResize={resize} />
          <Suspense fallback={<Waiting lines={10} />}>
            <MatterPane id={open} onClose={onClose} />
          </Suspense>
        </>
      )}
    </div>
  );
}
