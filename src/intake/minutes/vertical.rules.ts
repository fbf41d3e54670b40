/** One character, or a number of two or three digits, as a column set from top to bottom holds on each line. */
const SINGLE = /^\s*(?:[\u3007\u4e00-\u9fff“”‘’《》（）、·—]|\d{1,3})\s*$/u;
/** So many lines of one character each are a column; fewer may be the cells of a table. */
const FEWEST = 4;

/**
 * Lines of which those that hold one character each, set from top to bottom as newspapers set a headline, are one line, with
 * a blank line behind it.
 */
export function joinVertical(lines: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let column: string[] = [];
  let characters = 0;
  const close = (): void => {
    if (characters >= FEWEST) joined.push('', column.map((line) => line.trim()).join(''), '');
    else joined.push(...column);
    column = [];
    characters = 0;
  };
  for (const line of lines) {
    const single = SINGLE.test(line);
    if (!single && (characters === 0 || line.trim() !== '')) {
      close();
      joined.push(line);
      continue;
    }
    if (single) characters++;
    column.push(line);
  }
  close();
  return joined;
}
