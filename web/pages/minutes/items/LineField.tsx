import { useState } from 'react';

type Props = { label: string; value: string; max: number; list?: readonly string[]; done: (value: string) => void };

/** One line to type in the place of a chip: Enter or leaving it takes the words. `list` offers some to choose from. */
export function LineField({ label, value, max, list, done }: Props) {
  const [text, setText] = useState(value);
  return (
    <>
      <input
        type="text"
        // The field stands where the pressed chip stood; without the focus the press would lead nowhere.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        aria-label={label}
        maxLength={max}
        value={text}
        {...(list ? { list: `${label}-list` } : {})}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && done(text.trim())}
        onBlur={() => done(text.trim())}
      />
      {list && (
        <datalist id={`${label}-list`}>
          {list.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </datalist>
      )}
    </>
  );
}
