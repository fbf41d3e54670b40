import { useEffect, useEffectEvent, useMemo, useState, type CSSProperties, type ReactNode } from 'react';
import type { MatterRow } from '../../../../src/matters/contract.ts';
import { afterPaint, useAfterPaint } from '../../../frame/useAfterPaint.ts';
import { useSteady } from '../../../keys/useSteady.ts';
import { BesideContext } from './beside.ts';
import style from './Beside.module.css';
import { Divider } from './Divider.tsx';
import { MatterPane } from './MatterPane.tsx';

const KEY = 'huiyin.ledger.beside';
const USUAL = 420;

type Asked = { id: string | undefined; replace: boolean };
type Props = {
  /** The matter that the address has beside the list. */
  open: string | undefined;
  onOpen: (id: string | undefined, replace: boolean) => void;
  children: ReactNode;
};

/**
 * The list, and beside it the matter that is open, if one is; how wide the list is, is remembered on this machine. The list
 * stays the same element whether anything is open or not, and with it what is chosen in it. What a key asks for is shown in the
 * next frame, over the list as it lies; the address, the matter and the list laid out anew follow it.
 */
export function Beside({ open, onOpen, children }: Props) {
  const [width, setWidth] = useState(() => Number(localStorage.getItem(KEY)) || USUAL);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [row, setRow] = useState<MatterRow>();
  const [had, setHad] = useState(open);
  if (had !== open) {
    // The address has followed.
    setHad(open);
    if (asked?.id === open) setAsked(null);
  }
  const shown = asked ? asked.id : open;
  const laid = useAfterPaint(open);
  const tell = useEffectEvent((to: Asked) => onOpen(to.id, to.replace));
  useEffect(() => (asked ? afterPaint(() => tell(asked)) : undefined), [asked]);
  const whichShown = useSteady(() => shown);
  const show = useSteady((to: MatterRow | undefined, { replace } = { replace: false }) => {
    if (to) setRow(to);
    setAsked(to?.id === open ? null : { id: to?.id, replace });
  });
  const close = useSteady(() => show(undefined));
  const list = useMemo(() => ({ laid, shown: whichShown, show }), [laid, whichShown, show]);
  // What is closed is not seen any more, and taken away with the list's being laid out anew.
  const there = shown ?? laid;
  const resize = (to: number) => {
    localStorage.setItem(KEY, String(to));
    setWidth(to);
  };
  return (
    <div className={style['beside']} data-open={laid !== undefined} style={{ '--list': `${width}px` } as CSSProperties}>
      <div className={style['list']}>
        <BesideContext value={list}>{children}</BesideContext>
      </div>
      {there !== undefined && (
        <div className={style['shown']} hidden={shown === undefined}>
          <Divider width={width} onResize={resize} />
          <MatterPane id={there} known={row?.id === there ? row : undefined} onClose={close} />
        </div>
      )}
    </div>
  );
}
