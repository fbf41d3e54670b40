import { z } from 'zod';
import { NewId } from '../../kernel/contract.ts';
import { MatterRow } from '../../matters/contract.ts';
import { Unable } from '../../matters/able/able.contract.ts';
import { Named } from '../../mechanism/contract.ts';
import { SheetFormat } from '../../platform/sheets/contract.ts';
import { MOST_OF_GROUP } from './limits.rules.ts';

/** What crosses the wire about open matters that say nearly the same and are not joined. Pure. */
const Uuid = z.uuid();
const Instant = z.iso.datetime({ offset: true });
const Key = z.string().max(60);

/** One mechanism whose matters can be joined; left out: the first of them. `after`: the key that the page before gave. */
export const DuplicateQuery = z.object({ mechanism: Key.optional(), after: Uuid.optional() });

/**
 * One matter of a group. `shared`: the longest stretches that it has in common with the first of the group; `gathered`: how many go on in
 * it already; `unable`: why it cannot be joined to another now.
 */
const DuplicateMatter = z.object({
  row: MatterRow,
  shared: z.array(z.string()),
  gathered: z.int(),
  unable: Unable.pick({ code: true, params: true }).nullable(),
});
export type DuplicateMatter = z.infer<typeof DuplicateMatter>;

/**
 * Matters that say nearly the same: first the one in which others go on already, else the oldest. `raisers`: how many are known to have
 * raised them, `oneRaiser`: that all were raised by one and the same; `more`: how many besides were found that say so too, and come when these are done with.
 */
export const DuplicateGroup = z.object({
  key: Uuid,
  matters: z.array(DuplicateMatter).min(2),
  raisers: z.int(),
  oneRaiser: z.boolean(),
  more: z.int(),
});
export type DuplicateGroup = z.infer<typeof DuplicateGroup>;

/** When a mechanism’s open matters were looked through last: the newest `read` of them; `whole`: there were no more. */
const Search = z.object({ at: Instant, read: z.int(), whole: z.boolean() });

/**
 * A page of groups, those with the newest matters first. `mechanisms`: those whose matters can be joined; `may`: whether this seat joins
 * them and tells them apart. A page may hold fewer groups than others and still have a next.
 */
export const DuplicatePage = z.object({
  mechanisms: z.array(z.object({ key: z.string(), name: Named })),
  mechanism: z.string().nullable(),
  may: z.boolean(),
  found: Search.nullable(),
  groups: z.array(DuplicateGroup),
  next: Uuid.nullable(),
});
export type DuplicatePage = z.infer<typeof DuplicatePage>;

/** How many groups there are of all mechanisms; where not `exact`, at least so many. */
export const DuplicateCount = z.object({ groups: z.int(), exact: z.boolean() });
export type DuplicateCount = z.infer<typeof DuplicateCount>;

/** Looks through a mechanism’s open matters anew. */
export const SearchAgain = z.strictObject({ mechanism: Key });

/** That matters of different parts are not the same thing, though they say nearly the same. `id`: of the act and what it opens. */
export const TellApart = z.strictObject({
  id: NewId,
  parts: z.array(z.array(Uuid).min(1)).min(2).max(MOST_OF_GROUP),
});
export type TellApart = z.infer<typeof TellApart>;
export const TakeBack = z.strictObject({ id: NewId, kind: z.literal('take-back'), given: z.strictObject({}) });

const ToldMatter = z.object({ id: Uuid, number: z.string(), text: z.string() });

/** What was told apart and holds, newest first; matters that may not be read are left out. */
export const ToldPage = z.object({
  rows: z.array(
    z.object({
      id: Uuid,
      toldAt: Instant,
      by: z.object({ name: z.string(), title: z.string() }).nullable(),
      parts: z.array(z.array(ToldMatter)),
    }),
  ),
  next: Uuid.nullable(),
});
export type ToldPage = z.infer<typeof ToldPage>;

/** Exports all groups of a mechanism. */
export const ExportDuplicates = z.strictObject({ id: NewId, format: SheetFormat, mechanism: Key });
