import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import style from './FilterFields.module.css';

type Props = {
  name: string;
  /** What its field says now, if it is set. */
  told: string | undefined;
  /** What its field says while it is empty. */
  placeholder: string;
  /** Whether the field itself may be drawn; until then something stands for it. */
  ready: boolean;
  children: ReactNode;
};

/**
 * A filter's name and its field. For the first moment a plain input of the same name and size stands for the field, which the keys and a
 * screen reader find where the field will be. Whoever comes upon it has the field itself in its place, before the next key is read.
 */
export function Field({ name, told, placeholder, ready, children }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [met, setMet] = useState<'focused' | 'pressed' | null>(null);
  useLayoutEffect(() => {
    const input = met && place.current?.querySelector('input');
    if (!input) return;
    input.focus();
    if (met === 'focused') return;
    // What was pressed is gone; the field has to hear of it, or nothing opens.
    input.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, pointerType: 'mouse' }));
    input.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }));
  }, [met]);
  return (
    <div ref={place} className={style['field']}>
      <span className={style['name']} aria-hidden="true">
        {name}
      </span>
      {ready || met ? (
        children
      ) : (
        <input
          readOnly
          data-stand
          className={style['stand']}
          aria-label={name}
          value={told ?? ''}
          placeholder={placeholder}
          onFocus={() => setMet('focused')}
          onMouseDown={(event) => {
            event.preventDefault();
            setMet('pressed');
          }}
        />
      )}
    </div>
  );
}
