import style from './Item.module.css';

type Props = { label: string; value: string; unsure: boolean; placeholder: string; change: (text: string) => void };

/** Words to correct in their place: a field as tall as its text, which an unseen copy of the text under it decides. */
export function GrowingText({ label, value, unsure, placeholder, change }: Props) {
  return (
    <span className={style['words']} data-text={`${value} `} data-unsure={unsure}>
      <textarea
        aria-label={label}
        rows={1}
        maxLength={4000}
        value={value}
        placeholder={placeholder}
        onChange={(event) => change(event.target.value.replaceAll('\n', ''))}
      />
    </span>
  );
}
