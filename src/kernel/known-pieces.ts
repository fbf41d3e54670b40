// Personal data that is known already, found again in other words, where nothing around it says what it is.
import { edgesOf } from './name-edges.ts';
import { standsAlone } from './names.ts';

const isNumber = (piece: string): boolean => /^\+?[\d\s().-]+$/u.test(piece);
const isHan = (piece: string): boolean => /^\p{Script=Han}+$/u.test(piece);
const escaped = (sign: string): string => sign.replace(/[$()*+.?[\\\]^{|}]/u, String.raw`\$&`);

/**
 * Where a piece stands in a text, whatever gaps are between its signs here or there: 张 三 is 张三, 0374-2965123 is 03742965123. A number
 * or an address is none within a longer one, and a name none within another word, nor where it goes on as a street or a house.
 */
export function placesOf(text: string, piece: string): (readonly [start: number, end: number])[] {
  const number = isNumber(piece);
  const signs = Array.from(piece.replace(number ? /[\s().-]/gu : /\s/gu, ''));
  if (signs.length === 0) return [];
  const edge = (sign: string, look: string): string => (/[\dA-Za-z]/u.test(sign) ? look : '');
  const body = signs.map(escaped).join(number ? String.raw`[\s()（）.-]{0,3}` : String.raw`\s{0,3}`);
  const [first, last] = [signs[0]!, signs.at(-1)!];
  const [before, behind] = signs.every(isHan) ? edgesOf(first, last, signs.length) : ['', ''];
  const begins = edge(first, String.raw`(?<![\dA-Za-z])`) + before;
  const whole = begins + body + edge(last, String.raw`(?![\dA-Za-z])`) + behind;
  return [...text.matchAll(new RegExp(whole, 'gu'))].map(({ index, 0: found }) => [index, index + found.length]);
}

/** A landline as it is written without its area code, as often as with it; of what is none, nothing. */
export function withoutAreaCode(piece: string): string[] {
  const [, local] = /^0(?:10|2\d|[3-9]\d{2})([2-9]\d{6,7})$/u.exec(piece.replace(/[\s().-]/gu, '')) ?? [];
  return local ? [local] : [];
}

/** Whether a piece tells who somebody is wherever it stands: no 张某, no name that is a word as well, no number of a few figures. */
export function tellsAlone(piece: string): boolean {
  const signs = piece.replace(/\s/gu, '');
  return isHan(signs) ? standsAlone(signs) : signs.length >= 5;
}
