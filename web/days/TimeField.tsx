import { useState } from 'react';
import style from './DayField.module.css';
import { typedTime } from './typedTime.ts';

type Props = { label: string; value: string; onChange: (time: string) => void };

/** A time of day on the city's clock, 24 hours, typed as 9:30 or 9点半; what is no time is put back when the field is left. */
export function TimeField({ label, value, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const take = () => {
    const time = typedTime(typed ?? '');
    if (time && time !== value) onChange(time);
    setTyped(null);
  };
  return (
    <span className={style['field']}>
      <input
        type="text"
        inputMode="numeric"
        className={`${style['typed']} ${style['time']}`}
        autoComplete="off"
        aria-label={label}
        maxLength={8}
        value={typed ?? value}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && take()}
        onBlur={take}
      />
    </span>
  );
}
