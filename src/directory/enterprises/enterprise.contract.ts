import { z } from 'zod';
import { NewId } from '../../kernel/contract.ts';
import { SheetFormat } from '../../platform/sheets/contract.ts';
import { creditCodeFault, creditCodeOf } from './credit-code.rules.ts';
import { industryOf } from './industry.rules.ts';
import { SIZE_CLASSES } from './size-class.rules.ts';

/** What crosses the wire about the enterprises of a city. Pure. */
const Uuid = z.uuid();
const Instant = z.iso.datetime({ offset: true });
const name = z.string().trim().min(1).max(100);
/** Ten trillion yuan: above any enterprise, and far below where a number is rounded. */
const MOST_FEN = 1_000_000_000_000_000;
const fen = z.int().min(0).max(MOST_FEN).nullable().default(null);

/** A unified social credit code as typed, checked by its check digit (GB 32100-2015). */
export const CreditCode = z
  .string()
  .max(40)
  .transform(creditCodeOf)
  .refine((code) => creditCodeFault(code) === null, { error: 'enterprises.credit-code-wrong' });

/** A code of GB/T 4754-2017, of two to four digits with or without its section. */
const Industry = z
  .string()
  .max(10)
  .refine((code) => industryOf(code) !== null, { error: 'enterprises.industry-wrong' })
  .transform((code) => industryOf(code)!);

/** What is known of an enterprise besides its name; money in fen. Its size class is never given, but derived. */
const facts = {
  industry: Industry.nullable().default(null),
  staff: z.int().min(0).max(10_000_000).nullable().default(null),
  revenue: fen,
  assets: fen,
  /** The county or town where it is. */
  place: z
    .string()
    .trim()
    .max(100)
    .transform((text) => text || null)
    .nullable()
    .default(null),
};

/** An enterprise to be added; the caller names it, so that the same request sent again adds it once. */
export const NewEnterprise = z.strictObject({ id: NewId, code: CreditCode, name, ...facts });
export type NewEnterprise = z.output<typeof NewEnterprise>;

/** An act on an enterprise. Closed, it is kept, and its code stays taken. */
export const EnterpriseAct = z.discriminatedUnion('kind', [
  z.strictObject({ id: NewId, kind: z.literal('rename'), given: z.strictObject({ name }) }),
  z.strictObject({ id: NewId, kind: z.literal('amend'), given: z.strictObject(facts) }),
  z.strictObject({ id: NewId, kind: z.literal('close'), given: z.strictObject({}) }),
  z.strictObject({ id: NewId, kind: z.literal('restore'), given: z.strictObject({}) }),
]);
export type EnterpriseAct = z.output<typeof EnterpriseAct>;

/** An enterprise of the city. `earlier`: what it was called until a moment, oldest first. */
export const Enterprise = z.object({
  id: Uuid,
  code: z.string(),
  name: z.string(),
  industry: z.string().nullable(),
  staff: z.int().nullable(),
  revenue: z.int().nullable(),
  assets: z.int().nullable(),
  place: z.string().nullable(),
  size: z.enum(SIZE_CLASSES),
  earlier: z.array(z.object({ name: z.string(), until: Instant })),
  closedAt: Instant.nullable(),
});
export type Enterprise = z.infer<typeof Enterprise>;

/** `q`: a fragment of the name, initials in pinyin, or the beginning of the code. By code, 50 at a time unless told otherwise. */
export const EnterpriseQuery = z.object({
  q: z.string().trim().max(100).default(''),
  after: z.string().max(18).default(''),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const EnterprisePage = z.object({ rows: z.array(Enterprise), next: z.string().nullable() });
export type EnterprisePage = z.infer<typeof EnterprisePage>;

/** An export of the enterprises that are looked for, as in a list; empty: of all. */
export const ExportEnterprises = z.strictObject({
  id: NewId,
  format: SheetFormat,
  q: z.string().trim().max(100).default(''),
});
