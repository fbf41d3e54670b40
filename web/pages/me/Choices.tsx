import style from './MePage.module.css';

type Props<T extends string> = {
  name: string;
  legend: string;
  value: T;
  /** `note`: what is to be known of it before it is chosen. */
  options: readonly { value: T; label: string; note?: string | undefined }[];
  onChoose: (value: T) => void;
};

/** One of several, all in sight. */
export function Choices<T extends string>({ name, legend, value, options, onChoose }: Props<T>) {
  return (
    <fieldset className={style['choices']}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChoose(option.value)} />
          {option.label}
          {option.note && <small>{option.note}</small>}
        </label>
      ))}
    </fieldset>
  );
}
