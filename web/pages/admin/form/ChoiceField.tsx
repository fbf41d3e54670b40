import { FieldRow } from '../../../acts/FieldRow.tsx';
import field from '../../../acts/Field.module.css';

type Props = {
  label: string;
  name: string;
  defaultValue?: string;
  /** What stands first and is no answer, where nothing may be taken for chosen. */
  unchosen?: string;
  options: readonly { value: string; label: string }[];
  hint?: string | undefined;
  onChange?: (value: string) => void;
};

/** One of a few. */
export function ChoiceField({ label, name, defaultValue, unchosen, options, hint, onChange }: Props) {
  return (
    <FieldRow label={label} hint={hint}>
      {({ id, describedBy }) => (
        <select
          id={id}
          name={name}
          className={field['input']}
          defaultValue={defaultValue}
          required={unchosen !== undefined}
          aria-describedby={describedBy}
          onChange={({ target }) => onChange?.(target.value)}
        >
          {unchosen !== undefined && <option value="">{unchosen}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldRow>
  );
}
