import type { MatterRow } from '../../../../src/matters/contract.ts';
import type { Language } from '../../../i18n/language.tsx';
import { hasSlipAlone, isPressed } from '../../../slips/PressChips.tsx';
import { officeLate } from '../../../slips/officeLate.ts';

/** How a line lies: how many lines its words take, and how high all of it is, in pixels. */
export type LineShape = { words: number; height: number };

/** Of the parts of a line, in pixels: the style sheet lays them out by the same numbers (LedgerLines.module.css). */
const AROUND = 17;
const HEAD = 22;
const WORDS = 21;
const FACTS = 20;
const SLIP = 24;
/** No list reads on further than this. */
const MOST = 2;
/** Letters are measured to parts of a pixel, and drawn on whole ones. */
const ROUNDING = 2;

/** No character that is not full-width is wider than so many times its size. */
const WIDEST = 1.25;
/** What the page leaves where Chinese meets Latin letters or numbers (text-autospace). */
const SEAM = 1 / 8;
const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;
/** Signs that take the room of a Chinese character, or half of it where two of them meet. */
const isFullSign = (code: number): boolean => (code >= 0x3000 && code <= 0x303f) || (code >= 0xff01 && code <= 0xff5e);

/**
 * Between how many pixels a text surely lies, in one row of letters of that size: a Chinese character is as wide as it is high in
 * every font. Of ten thousand texts only the few between two shapes need to be measured, which costs a hundred times as much.
 */
export function textBounds(text: string, size: number): { least: number; most: number } {
  let [han, signs, others, seams] = [0, 0, 0, 0];
  let had = true;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const is = isHan(code);
    if (is) han++;
    else if (isFullSign(code)) signs++;
    else others++;
    if (is !== had) seams++;
    had = is;
  }
  return { least: han * size, most: (han + signs + others * WIDEST + seams * SEAM) * size };
}

/** The shape of a matter's line whose words, in one row, would be `natural` pixels long where there is room for `room`; the page speaks `language`. */
export function lineShape(row: MatterRow, natural: number, room: number, language: Language): LineShape {
  const words = Math.min(MOST, Math.max(1, Math.ceil((natural + ROUNDING) / Math.max(1, room))));
  const pressed = isPressed(row) && !hasSlipAlone(row, language);
  const slips = Number(pressed) + Number(row.lateCo !== undefined) + Number(officeLate(row) !== undefined);
  return { words, height: AROUND + HEAD + words * WORDS + FACTS + slips * SLIP };
}
