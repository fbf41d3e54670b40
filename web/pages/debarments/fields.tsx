import field from '../../acts/Field.module.css';
import { FieldRow } from '../../acts/FieldRow.tsx';

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
