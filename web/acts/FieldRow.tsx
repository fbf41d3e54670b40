import { useId, type ReactNode } from 'react';
import style from './Field.module.css';

export type Control = { id: string; describedBy: string | undefined; invalid: boolean };
type Props = {
  label: string;
  must?: boolean | undefined;
  hint?: string | undefined;
  fault?: string | undefined;
  children: (control: Control) => ReactNode;
};

/** A label, what it is for, the control, and what is wrong with it. */
export function FieldRow({ label, must, hint, fault, children }: Props) {
  const id = useId();
  const said = fault ? `${id}-fault` : hint ? `${id}-hint` : undefined;
  return (
    <div className={style['field']}>
      <label htmlFor={id} className={`${style['label']} ${must ? style['must'] : ''}`}>
        {label}
      </label>
      {children({ id, describedBy: said, invalid: Boolean(fault) })}
      {fault ? (
        <span id={`${id}-fault`} className={style['fault']}>
          {fault}
        </span>
      ) : (
        hint && (
          <span id={`${id}-hint`} className={style['hint']}>
            {hint}
          </span>
        )
      )}
    </div>
  );
}
