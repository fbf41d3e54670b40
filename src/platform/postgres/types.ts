import pg from 'pg';

const INT8 = 20;
const INT8_ARRAY = 1016;
const DATE = 1082;
const DATE_ARRAY = 1182;
const TEXT_ARRAY = 1009;

const parseTextArray = pg.types.getTypeParser(TEXT_ARRAY as number, 'text') as (text: string) => string[];

/**
 * A `bigint` of the database as a JavaScript number. Positions and counts stay far below 2^53; one that did not would be
 * rounded without a word, so it throws instead.
 */
function safeInteger(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} does not fit a number without rounding`);
  return number;
}

/**
 * How values of the database arrive: `bigint` as a number that is never rounded, `date` as the text `YYYY-MM-DD` (a day
 * has no time zone; a Date would shift it), `timestamptz` as Date, `numeric` as text, `bytea` as Buffer.
 */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: unknown) {
    if (format !== 'binary') {
      if (oid === INT8) return safeInteger;
      if (oid === DATE) return (text: string) => text;
      if (oid === INT8_ARRAY) return (text: string) => parseTextArray(text).map(safeInteger);
      if (oid === DATE_ARRAY) return parseTextArray;
    }
    return pg.types.getTypeParser(oid, format as 'text') as unknown;
  },
};
