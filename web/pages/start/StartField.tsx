import type { InputHTMLAttributes } from 'react';
import { FieldRow } from '../../acts/FieldRow.tsx';
import field from '../../acts/Field.module.css';

/** What a browser and a phone's keyboard should know of each field. */
const KINDS: Readonly<Record<string, InputHTMLAttributes<HTMLInputElement>>> = {
  code: { autoComplete: 'off', autoCapitalize: 'none', spellCheck: false, maxLength: 60 },
  place: { inputMode: 'numeric', autoComplete: 'off', maxLength: 6 },
  name: { maxLength: 60, autoComplete: 'off' },
  nameEn: { maxLength: 60, autoComplete: 'off' },
  person: { maxLength: 60, autoComplete: 'name' },
  login: { maxLength: 64, autoComplete: 'username', autoCapitalize: 'none', spellCheck: false },
  password: { type: 'password', autoComplete: 'new-password', maxLength: 200 },
  again: { type: 'password', autoComplete: 'new-password', maxLength: 200 },
};

type Props = { name: string; label: string; hint?: string; fault?: string | undefined; may?: boolean };

/** One line of the founding; it must be filled in unless it `may` be left out. */
export function StartField({ name, label, hint, fault, may = false }: Props) {
  return (
    <FieldRow label={label} hint={hint} fault={fault}>
      {({ id, describedBy, invalid }) => (
        <input
          id={id}
          name={name}
          className={field['input']}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          required={!may}
          {...KINDS[name]}
        />
      )}
    </FieldRow>
  );
}
