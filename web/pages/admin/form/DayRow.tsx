import { useState } from 'react';
import { FieldRow } from '../../../acts/FieldRow.tsx';
import { DayField } from '../../../days/DayField.tsx';

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
