import { useEffect, useRef, useState, type ReactNode } from 'react';
import style from './Chip.module.css';
import { useLeave } from './useLeave.ts';

type Props = {
  /** What the value is: 牵头, 时限… */
  label: string;
  value: ReactNode;
  /** Said instead when there is no value yet. */
  empty: string;
  unsure?: boolean;
  missing?: boolean;
  /** Shows an empty chip only while its item is looked at. */
  shy?: boolean;
  /** The field that takes the chip's place while it is changed; `close` puts the chip back. */
  children: (close: () => void) => ReactNode;
};

/** A value as a chip; a press turns it into its field. Dashed where the reader was unsure or a person must say. */
export function Chip({ label, value, empty, unsure = false, missing = false, shy = false, children }: Props) {
  const [state, setState] = useState<'chip' | 'field' | 'back'>('chip');
  const chip = useRef<HTMLButtonElement>(null);
  const field = useLeave(state === 'field', (byKey) => setState(byKey ? 'back' : 'chip'));
  useEffect(() => {
    if (state === 'back') chip.current?.focus({ preventScroll: true });
  }, [state]);
  const there = value !== null && value !== undefined && value !== '';
  if (state === 'field')
    return (
      <span ref={field} className={style['field']}>
        <span className={style['label']}>{label}</span>
        {children(() => setState('back'))}
      </span>
    );
  return (
    <button
      ref={chip}
      type="button"
      className={style['chip']}
      data-there={there}
      data-dashed={unsure || missing}
      data-missing={missing}
      data-shy={shy}
      onClick={() => setState('field')}
    >
      {there ? (
        <>
          <span className={style['label']}>{label}</span> {value}
        </>
      ) : (
        empty
      )}
    </button>
  );
}
