import { dayFromNumber } from '../../kernel/index.ts';

/** How a workbook's numbers are shown: by the format that each cell's style names. */
export type Formats = { readonly codes: readonly (string | number)[]; readonly from1904: boolean };

/** The number of 1970-01-01 in a workbook that counts from 1900, and in one that counts from 1904. */
const EPOCH = { 1900: 25_569, 1904: 24_107 } as const;
/** The last day of the year 9999. */
const LAST = 2_958_465;

/** Formats of dates that every spreadsheet knows by number, the Chinese ones among them. */
const isDateNumber = (n: number): boolean =>
  (n >= 14 && n <= 22) || (n >= 27 && n <= 36) || (n >= 45 && n <= 47) || (n >= 50 && n <= 58);

/** Whether a format shows a day: it names a year, month or day outside quotation marks and brackets. */
const isDateCode = (code: string): boolean =>
  /[ymd年月日]/iu.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_./gu, '')) && !/general/iu.test(code);

/** A number as its cell shows it: days as `2026-11-25`, shares in per cent, everything else in figures. */
export function numberText(value: string, style: number, { codes, from1904 }: Formats): string {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value;
  const code = codes[style] ?? 0;
  const isDay = typeof code === 'number' ? isDateNumber(code) : isDateCode(code);
  if (isDay && number >= 1 && number <= LAST) return dayFromNumber(Math.floor(number) - EPOCH[from1904 ? 1904 : 1900]);
  const percent = typeof code === 'number' ? code === 9 || code === 10 : code.includes('%');
  return percent ? `${figures(number * 100)}%` : figures(number);
}

/** Fifteen digits are what a spreadsheet keeps; the rest is the machine's. */
const figures = (number: number): string => String(Number(number.toPrecision(15)));
