import field from '../../../acts/Field.module.css';
import { decimalIn } from '../../../format/decimalIn.ts';

type Props = {
  label: string;
  /** What a reader's software calls it: of many rows with the same label. */
  name: string;
  value: string;
  invalid: boolean;
  placeholder?: string;
  onChange: (value: string) => void;
};

/** A number of one row, under its label. */
export const NumberInput = ({ label, name, value, invalid, placeholder, onChange }: Props) => (
  <label>
    <span>{label}</span>
    <input
      className={field['input']}
      aria-label={name}
      aria-invalid={invalid}
      inputMode="decimal"
      maxLength={19}
      placeholder={placeholder}
      value={value}
      onChange={(event) => onChange(decimalIn(event.target.value))}
    />
  </label>
);
