import { z } from 'zod';
import { Enterprise } from '../../directory/enterprises/enterprise.contract.ts';
import { NewId } from '../../kernel/contract.ts';
import { ImportNotes } from '../sheets/contract.ts';

/** What crosses the wire about bringing enterprises in by the table. Pure. */
const cell = z.string().max(400).default('');

export const EnterpriseField = z.enum(['code', 'name', 'industry', 'staff', 'revenue', 'assets', 'place']);
export type EnterpriseField = z.infer<typeof EnterpriseField>;

/**
 * An enterprise as a table says it, in its own words; what stands empty is not known and changes nothing. `id` names the act that
 * adds it or amends what is known, `renaming` the one that renames it; `n` is the row in the file. Money in ten thousand yuan
 * where no unit stands beside it.
 */
export const EnterpriseLine = z.strictObject({
  id: NewId,
  renaming: NewId,
  n: z.int().min(0),
  code: cell,
  name: cell,
  industry: cell,
  staff: cell,
  revenue: cell,
  assets: cell,
  place: cell,
  unvalued: z.array(EnterpriseField).max(10).default([]),
});
export type EnterpriseLine = z.infer<typeof EnterpriseLine>;

export const MOST_LINES = 5000;
export const EnterpriseSheet = z.strictObject({ lines: z.array(EnterpriseLine).max(MOST_LINES) });
export type EnterpriseSheet = z.infer<typeof EnterpriseSheet>;

/** A file as it was read. `unused`: heads of columns that the register has no place for. */
export const EnterpriseSheetRead = EnterpriseSheet.extend({ unused: z.array(z.string()), notes: ImportNotes });
export type EnterpriseSheetRead = z.infer<typeof EnterpriseSheetRead>;

/** `change`: the register has it and knows something else; `there`: it has it, and nothing is done. */
const LineState = z.enum(['new', 'change', 'there', 'fault']);

export const JudgedEnterprise = z.object({
  id: z.uuid(),
  state: LineState,
  /** As it would be afterwards: its size class, derived and never read. */
  size: Enterprise.shape.size,
  /** What would be other than it is, in the reader's words; `from` empty where nothing was known. */
  changes: z.array(z.object({ field: EnterpriseField, from: z.string(), to: z.string() })),
  issues: z.array(z.object({ field: EnterpriseField, level: z.enum(['fault', 'doubt']), detail: z.string() })),
});
export type JudgedEnterprise = z.infer<typeof JudgedEnterprise>;

export const EnterprisePlan = z.object({
  lines: z.array(JudgedEnterprise),
  adds: z.int(),
  changes: z.int(),
  there: z.int(),
  faults: z.int(),
});
export type EnterprisePlan = z.infer<typeof EnterprisePlan>;

/** How many were added and changed by this very request, when it is sent again too. */
export const EnterprisesDone = z.object({ added: z.int(), changed: z.int() });
export type EnterprisesDone = z.infer<typeof EnterprisesDone>;
