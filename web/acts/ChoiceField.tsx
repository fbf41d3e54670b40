import style from './ChoiceField.module.css';

type Value = boolean | number | string | null;
type Props<V extends Value> = {
  id: string;
  label: string;
  describedBy: string | undefined;
  options: readonly { value: V; label: string }[];
  value: V | undefined;
  onChange: (value: V) => void;
};

/** One of a few answers, side by side: large enough for a thumb, and all in sight. */
export function ChoiceField<V extends Value>({ id, label, describedBy, options, value, onChange }: Props<V>) {
  return (
    <div role="radiogroup" aria-label={label} aria-describedby={describedBy} className={style['options']}>
      {options.map((option, i) => (
        <label key={String(option.value)} className={style['option']}>
          <input
            {...(i === 0 ? { id } : {})}
            type="radio"
            name={id}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
