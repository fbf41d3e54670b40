import { useId } from 'react';
import style from './Field.module.css';

type Props = {
  label: string;
  must?: boolean | undefined;
  hint?: string | undefined;
  fault?: string | undefined;
  value: unknown;
  onType: (value: boolean) => void;
};

/** A box to tick, with what it is about above it and what is wrong below. */
export function FlagField({ label, must, hint, fault, value, onType }: Props) {
  const id = useId();
  const said = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  return (
    <div className={style['field']}>
      {hint && (
        <span id={`${id}-hint`} className={style['hint']}>
          {hint}
        </span>
      )}
      <label className={`${style['check']} ${must ? style['must'] : ''}`}>
        <input
          type="checkbox"
          checked={value === true}
          aria-describedby={said || undefined}
          aria-invalid={fault ? true : undefined}
          aria-required={must}
          onChange={(event) => onType(event.target.checked)}
        />
        {label}
      </label>
      {fault && (
        <span id={`${id}-fault`} className={style['fault']}>
          {fault}
        </span>
      )}
    </div>
  );
}
