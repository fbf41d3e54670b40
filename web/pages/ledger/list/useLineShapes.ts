import { useMemo } from 'react';
import type { MatterRow } from '../../../../src/matters/contract.ts';
import { textWidth } from '../../../format/textWidth.ts';
import { useFontFamily } from '../../../theme/useFontFamily.ts';
import { lineShape, type LineShape } from './lineShape.ts';

/** The box of a line, and beside an open matter the space at its end. */
const BOX = 32;
const END = { phone: 0, beside: 8 } as const;

/** How each line lies in a list so many pixels wide: known before any is drawn, as only those in sight are. */
export function useLineShapes(rows: readonly MatterRow[], width: number, where: 'phone' | 'beside'): LineShape[] {
  const family = useFontFamily();
  const room = width - BOX - END[where];
  return useMemo(
    () => rows.map((row) => lineShape(row, textWidth(row.text, { family, size: 14 }), room)),
    [rows, family, room],
  );
}
