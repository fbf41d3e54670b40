import { z } from 'zod';
import { NewId } from '../../kernel/contract.ts';

/** What crosses the wire about classification schemes. Pure. */
const Uuid = z.uuid();
const Instant = z.iso.datetime({ offset: true });
const words = z.string().trim().max(200);

/**
 * One category. Its code is kept for good: what was filed under it is found by it, whatever it is called later. `en` is null
 * where nobody has translated it. A retired one is offered no more and keeps what it has.
 */
export const Category = z.strictObject({
  code: words,
  parent: words.nullable().default(null),
  zh: words,
  en: words
    .transform((text) => text || null)
    .nullable()
    .default(null),
  retired: z.boolean().default(false),
});
export type Category = z.output<typeof Category>;

export const SchemeName = z.strictObject({ zh: words.min(1), en: words.min(1) });
export type SchemeName = z.infer<typeof SchemeName>;

/** The most categories that a scheme may have. */
export const MOST_CATEGORIES = 5000;

/** One published version of a scheme; categories below the same one stand in their order. */
export const Scheme = z.object({
  key: z.string(),
  version: z.int(),
  name: SchemeName,
  publishedAt: Instant,
  categories: z.array(Category),
});
export type Scheme = z.output<typeof Scheme>;

/** A published version in a list; `categories` counts those in use, `who` is empty where the program itself published it. */
export const SchemeVersionRow = z.object({
  version: z.int(),
  publishedAt: Instant,
  who: z.string(),
  categories: z.int(),
});
export const SchemeRow = z.object({
  key: z.string(),
  /** As the newest version calls it. */
  name: SchemeName,
  /** Its entry in the register, for its history. */
  entry: Uuid,
  /** Newest first. */
  versions: z.array(SchemeVersionRow).min(1),
});
export type SchemeRow = z.infer<typeof SchemeRow>;
export const SchemeList = z.object({ rows: z.array(SchemeRow) });

/**
 * The newest version of a scheme, whole; a key that is not there yet founds another scheme. `seen` is the version that was
 * changed, 0 where there was none: if another was published meanwhile, the answer is 409.
 */
export const PublishScheme = z.strictObject({
  id: NewId,
  key: z.string().max(60),
  name: SchemeName,
  categories: z.array(Category).max(MOST_CATEGORIES),
  seen: z.int().min(0),
});
export type PublishScheme = z.output<typeof PublishScheme>;
