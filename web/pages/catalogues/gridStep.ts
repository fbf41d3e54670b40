const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * The cell that a key leads to from a cell (`row:column`), past those that are empty; Home and End lead to the ends of the row. Null
 * where there is none, or the key leads nowhere.
 */
export function gridStep(
  key: string,
  at: string,
  filled: ReadonlySet<string>,
  [rows, columns]: readonly [number, number],
): string | null {
  const [row, column] = at.split(':').map(Number) as [number, number];
  if (key === 'Home' || key === 'End') {
    const inRow = Array.from({ length: columns }, (_, n) => `${row}:${n}`).filter((cell) => filled.has(cell));
    return (key === 'Home' ? inRow[0] : inRow.at(-1)) ?? null;
  }
  const step = Object.hasOwn(STEPS, key) ? STEPS[key] : undefined;
  if (!step) return null;
  for (
    let [r, c] = [row + step[0], column + step[1]];
    r >= 0 && r < rows && c >= 0 && c < columns;
    r += step[0], c += step[1]
  )
    if (filled.has(`${r}:${c}`)) return `${r}:${c}`;
  return null;
}
