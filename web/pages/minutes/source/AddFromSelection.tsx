import { useEffect, useState, type RefObject } from 'react';
import { useT } from '../../../i18n/language.tsx';
import { pickedIn } from './selection.ts';
import style from './Source.module.css';

type Props = { body: RefObject<HTMLElement | null>; add: (start: number, end: number) => void; hint: string };
type Offer = { start: number; end: number; top: number; left: number };

/** Offers to make an item of the words selected in the source, right under them. */
export function AddFromSelection({ body, add, hint }: Props) {
  const t = useT();
  const [offer, setOffer] = useState<Offer | null>(null);
  useEffect(() => {
    const look = () => {
      const here = body.current;
      const picked = here && pickedIn(here);
      if (!picked) return setOffer(null);
      const frame = here.parentElement!.getBoundingClientRect();
      const left = Math.min(picked.rect.left - frame.left, frame.width - 160);
      setOffer({
        start: picked.start,
        end: picked.end,
        top: picked.rect.bottom - frame.top + 4,
        left: Math.max(8, left),
      });
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [body]);
  if (!offer) return <p className="faint">{hint}</p>;
  return (
    <button
      type="button"
      className={style['offer']}
      style={{ top: offer.top, left: offer.left }}
      // The press must not take the selection away before the click has used it.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        add(offer.start, offer.end);
        getSelection()?.removeAllRanges();
      }}
    >
      {t('documents.select.add', { n: offer.end - offer.start })}
    </button>
  );
}
