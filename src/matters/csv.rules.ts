/**
 * One line of a CSV file (RFC 4180). A cell that a spreadsheet would read as a formula gets an apostrophe before it: what a
 * unit types must not run on the desk of whoever opens the export.
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

const FORMULA = /^[=+\-@\t\r]/u;

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
