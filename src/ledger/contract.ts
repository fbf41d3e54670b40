import { z } from 'zod';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * A signed statement of what the ledger held at a settled moment. It can be kept anywhere, e.g. in a printed bulletin, and be
 * checked against the ledger later. `signature` is Ed25519 over the canonical JSON of all the other fields.
 */
export const Checkpoint = z.object({
  city: z.int(),
  /** 1, 2, 3, … in the city. */
  n: z.int().min(1),
  /** Every act of a transaction with a lower number is covered, and no other; decimal digits. */
  horizon: z.string().regex(/^\d+$/),
  /** Acts covered from the beginning of the ledger. */
  acts: z.int().min(1),
  root: Hash,
  prev: Hash.nullable(),
  at: z.iso.datetime(),
  /** The first 16 digits of SHA-256 of the public key. */
  key: z.string().regex(/^[0-9a-f]{16}$/),
  signature: z.string().regex(/^[0-9a-f]{128}$/),
});
export type Checkpoint = z.infer<typeof Checkpoint>;

/** A checkpoint as somebody kept it: whole, or what a printed bulletin says of it. */
export const KeptCheckpoint = Checkpoint.partial().required({ city: true, n: true, root: true });
export type KeptCheckpoint = z.infer<typeof KeptCheckpoint>;
