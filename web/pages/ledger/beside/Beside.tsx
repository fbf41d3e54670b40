import { lazy, Suspense, useState, type CSSProperties, type ReactNode } from 'react';
import { Waiting } from '../../../frame/Waiting.tsx';
import style from './Beside.module.css';
import { Divider } from './Divider.tsx';

const MatterPane = lazy(async () => ({ default: (await import('./MatterPane.tsx')).MatterPane }));

const KEY = 'huiyin.ledger.beside';
const USUAL = 420;

type Props = { open: string; onClose: () => void; children: ReactNode };

/** The list, and beside it the matter that is open; how wide the list is, is remembered on this machine. */
export function Beside({ open, onClose, children }: Props) {
  const [width, setWidth] = useState(() => Number(localStorage.getItem(KEY)) || USUAL);
  const resize = (to: number) => {
    localStorage.setItem(KEY, String(to));
    setWidth(to);
  };
  return (
    <div className={style['beside']} style={{ '--list': `${width}px` } as CSSProperties}>
      <div className={style['list']}>{children}</div>
      <Divider width={width} onResize={resize} />
      <Suspense fallback={<Waiting lines={10} />}>
        <MatterPane id={open} onClose={onClose} />
      </Suspense>
    </div>
  );
}
