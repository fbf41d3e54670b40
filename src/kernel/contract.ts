import { z } from 'zod';

/**
 * The id that a caller gives to something new, an act or what it opens: a UUIDv7, so that the same request sent again is known,
 * and so that what is new stands with what is new in every list and every index. A UUID of another version is refused; the nil
 * and the max UUID are none of version 7, so no list has to reckon with them.
 *
 * Its time is not held against the clock. It is the caller's clock, of a phone that was long without a line or set wrongly, and a
 * refusal would lose what was done there for the sake of a number from which nothing is counted: the moment of an act is the
 * server's, and is kept beside the id.
 */
export const NewId = z.uuidv7({ error: 'http.field-new-id' }).toLowerCase();

export { DECIMAL, decimalOf, inMeasure, MEASURES, millionths, type Measure } from './quantity.rules.ts';
export { MapLine, MapName, MapOutline, NO_OUTLINE, PlainMap } from './outline.contract.ts';
