import { useId, type ReactNode } from 'react';
import field from '../acts/Field.module.css';

type Control = { id: string; className: string; 'aria-describedby': string | undefined };
type Props = { label: string; hint?: string | undefined; children: (control: Control) => ReactNode };

/** A label, its control, and what it is for. */
export function Field({ label, hint, children }: Props) {
  const id = useId();
  return (
    <div className={field['field']}>
      <label htmlFor={id} className={field['label']}>
        {label}
      </label>
      {children({ id, className: field['input']!, 'aria-describedby': hint ? `${id}-hint` : undefined })}
      {hint && (
        <span id={`${id}-hint`} className={field['hint']}>
          {hint}
        </span>
      )}
    </div>
  );
}
