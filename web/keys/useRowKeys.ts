import { useHotkey } from './useHotkey.ts';

/**
 * j and k walk through the rows of the list on the page: every element with `data-row` (a link or a button), in the
 * order it stands. Enter opens, because the focus is on the row itself.
 */
export function useRowKeys(): void {
  useHotkey('j', () => step(1));
  useHotkey('k', () => step(-1));
}

function step(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('main [data-row]')];
  const here = rows.findIndex(
    (row) => row === document.activeElement || row.closest('li, tr')?.contains(document.activeElement),
  );
  const next = rows[here < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, here + by))];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
