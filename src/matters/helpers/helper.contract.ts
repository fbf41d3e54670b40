import { z } from 'zod';
import { Named } from '../../mechanism/contract.ts';
import { NamedSeat } from '../mentions/mention.contract.ts';

/** Somebody who may be asked to help, or was; `kind`: what the mechanism calls those of their title, null where nothing. */
export const HelperSeat = NamedSeat.extend({ kind: Named.nullable() });
export type HelperSeat = z.infer<typeof HelperSeat>;

/** `q`: part of a name, a title, a kind or a unit, or pinyin initials; without it those of a kind alone. */
export const HelperQuery = z.object({ q: z.string().trim().max(20).optional() });

/** Those of a kind first, in the order of the mechanism's file. */
export const HelperList = z.object({ rows: z.array(HelperSeat) });
export type HelperList = z.infer<typeof HelperList>;
