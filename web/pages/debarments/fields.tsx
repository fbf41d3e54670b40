import { useState } from 'react';
import field from '../../acts/Field.module.css';
import { FieldRow } from '../../acts/FieldRow.tsx';
import { DayField } from '../../days/DayField.tsx';

/** A day that the form sends under its name. */
export function DayRow({ label, name, day: first = '' }: { label: string; name: string; day?: string }) {
  const [day, setDay] = useState(first);
  return (
    <FieldRow label={label} must>
      {({ id, describedBy }) => (
        <>
          <DayField id={id} describedBy={describedBy} value={day} onChange={setDay} must />
          <input type="hidden" name={name} value={day} />
        </>
      )}
    </FieldRow>
  );
}

/** Several lines to type. */
export function WordsRow({ label, name, must = true }: { label: string; name: string; must?: boolean }) {
  return (
    <FieldRow label={label} must={must}>
      {({ id, describedBy }) => (
        <textarea
          id={id}
          name={name}
          className={field['input']}
          aria-describedby={describedBy}
          rows={3}
          maxLength={2000}
          required={must}
        />
      )}
    </FieldRow>
  );
}
