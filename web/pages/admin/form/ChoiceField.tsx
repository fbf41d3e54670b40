import { FieldRow } from '../../../acts/FieldRow.tsx';
import field from '../../../acts/Field.module.css';

type Props = {
  label: string;
  name: string;
  defaultValue?: string;
  options: readonly { value: string; label: string }[];
};

/** One of a few. */
export function ChoiceField({ label, name, defaultValue, options }: Props) {
  return (
    <FieldRow label={label}>
      {({ id }) => (
        <select id={id} name={name} className={field['input']} defaultValue={defaultValue}>
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
