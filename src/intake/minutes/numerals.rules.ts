const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** The characters that {@link fromChinese} reads, for use inside a character class of a regular expression. */
export const CHINESE_DIGITS = '零〇一二两三四五六七八九十百千';

/** The number that Chinese numerals up to 9999 stand for, `二十三` → 23; NaN for any other text. */
export function fromChinese(numeral: string): number {
  let sum = 0;
  let digit = 0;
  for (const c of numeral) {
    const unit = TENS[c];
    if (unit !== undefined) {
      sum += (digit || 1) * unit;
      digit = 0;
    } else if (c in DIGITS) digit = DIGITS[c]!;
    else return NaN;
  }
  return numeral === '' ? NaN : sum + digit;
}

/** The same up to 亿: `一百五十亿` → 15000000000, `三千二百万` → 32000000. */
export function fromLargeChinese(numeral: string): number {
  const [large, size] = numeral.includes('亿') ? ['亿', 1e8] : ['万', 1e4];
  const at = numeral.lastIndexOf(large);
  if (at < 0) return fromChinese(numeral);
  const [above, below] = [numeral.slice(0, at), numeral.slice(at + 1)];
  return fromLargeChinese(above) * size + (below === '' ? 0 : fromLargeChinese(below));
}

/** The number that digits or Chinese numerals stand for; NaN for any other text. */
export const numberOf = (text: string): number => (/^\d+$/.test(text) ? Number(text) : fromChinese(text));

const ZERO = '○〇零ΟОOoＯ０0';
const YEAR_IN_WORDS = new RegExp(`二[${ZERO}][${ZERO}一二三四五六七八九]{2}(?=年)`, 'gu');

/** 二○○四年 as 2004年. The length stays the same, so that every place in the text does. */
export const withArabicYears = (text: string): string =>
  text.replace(YEAR_IN_WORDS, (year) =>
    [...year].map((c) => (ZERO.includes(c) ? '0' : String('一二三四五六七八九'.indexOf(c) + 1))).join(''),
  );

/** Patterns of a month and a day in figures or in words (8, 八, 十二; 20, 二十, 三十一). */
export const MONTH_NUMBER = '(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])';
export const DAY_NUMBER = '(?:3[01]|[12]\\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])';
