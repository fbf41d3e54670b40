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

/** The shape of a matter's line whose words, in one row, would be `natural` pixels long where there is room for `room`; the page speaks `language`. */
export function lineShape(row: MatterRow, natural: number, room: number, language: Language): LineShape {
  const words = Math.min(MOST, Math.max(1, Math.ceil((natural + ROUNDING) / Math.max(1, room))));
  const pressed = isPressed(row) && !hasSlipAlone(row, language);
  const slips = Number(pressed) + Number(row.lateCo !== undefined) + Number(officeLate(row) !== undefined);
  return { words, height: AROUND + HEAD + words * WORDS + FACTS + slips * SLIP };
}
