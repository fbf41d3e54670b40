import { useMemo } from 'react';
import type { MatterRow } from '../../../../src/matters/contract.ts';
import { textWidth } from '../../../format/textWidth.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { useFontFamily } from '../../../theme/useFontFamily.ts';
import { lineShape, textBounds, type LineShape } from './lineShape.ts';

/** The box of a line, and beside an open matter the space at its end. */
const BOX = 32;
const END = { alone: 0, beside: 8 } as const;
const SIZE = 14;
/** Pixels by which a text that just fits may be drawn longer. */
const NEAR = 3;

/** How each line lies in a list so many pixels wide: known before any is drawn, as only those in sight are. */
export function useLineShapes(rows: readonly MatterRow[], width: number, where: 'alone' | 'beside'): LineShape[] {
  const { language } = useLanguage();
  const family = useFontFamily();
  const room = width - BOX - END[where];
  return useMemo(() => {
    const natural = (text: string) => {
      const { least, most } = textBounds(text, SIZE);
      if (most + NEAR <= room) return most;
      return least > room ? least : textWidth(text, { family, size: SIZE });
    };
    return rows.map((row) => lineShape(row, natural(row.text), room, language));
  }, [rows, family, room, language]);
}
