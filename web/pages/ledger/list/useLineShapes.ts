import { useMemo } from 'react';
import type { MatterRow } from '../../../../src/matters/contract.ts';
import { textWidth } from '../../../format/textWidth.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { useFontFamily } from '../../../theme/useFontFamily.ts';
import { lineShape, type LineShape } from './lineShape.ts';

/** The box of a line, and beside an open matter the space at its end. */
const BOX = 32;
const END = { phone: 0, beside: 8 } as const;
const SIZE = 14;
/** No character of that size is wider, a seam behind it and rounding counted. */
const WIDEST = SIZE * 1.25;

/** How each line lies in a list so many pixels wide: known before any is drawn, as only those in sight are. */
export function useLineShapes(rows: readonly MatterRow[], width: number, where: 'phone' | 'beside'): LineShape[] {
  const { language } = useLanguage();
  const family = useFontFamily();
  const room = width - BOX - END[where];
  return useMemo(() => {
    // Most texts fit whatever their letters are: of ten thousand only the others are worth measuring.
    const natural = (text: string) =>
      text.length * WIDEST <= room ? text.length * SIZE : textWidth(text, { family, size: SIZE });
    return rows.map((row) => lineShape(row, natural(row.text), room, language));
  }, [rows, family, room, language]);
}
