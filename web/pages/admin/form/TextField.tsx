import type { InputHTMLAttributes } from 'react';
import { FieldRow } from '../../../acts/FieldRow.tsx';
import field from '../../../acts/Field.module.css';

type Props = { label: string; name: string; hint?: string; fault?: string | undefined } & Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | 'defaultValue'
  | 'list'
  | 'required'
  | 'maxLength'
  | 'type'
  | 'autoCapitalize'
  | 'autoComplete'
  | 'min'
  | 'max'
  | 'step'
>;

/** One line to type. */
export function TextField({ label, name, hint, fault, ...input }: Props) {
  return (
    <FieldRow label={label} must={input.required} hint={hint} fault={fault}>
      {({ id, describedBy, invalid }) => (
        <input
          id={id}
          name={name}
          className={field['input']}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          {...input}
        />
      )}
    </FieldRow>
  );
}
