import type { Entry } from './entry.ts';
import style from './Palette.module.css';

type Props = { id: string; entry: Entry; here: boolean; onRun: () => void };

/** One line of the palette. What cannot be done stays in the list and says why. */
export function PaletteEntry({ id, entry, here, onRun }: Props) {
  return (
    <button
      type="button"
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- of a listbox that is no select
      role="option"
      tabIndex={-1}
      className={style['entry']}
      aria-selected={here}
      aria-disabled={entry.off ?? false}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onRun}
    >
      <span className={style['label']}>{entry.label}</span>
      {entry.hint && <span className={style['hint']}>{entry.hint}</span>}
    </button>
  );
}
