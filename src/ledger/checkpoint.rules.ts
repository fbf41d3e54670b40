import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { canonicalJson, problem, type Problem } from '../kernel/index.ts';
import type { Hash } from './chain.rules.ts';
import type { Checkpoint, KeptCheckpoint } from './contract.ts';
import type { MerkleTree } from './merkle.rules.ts';

/** An Ed25519 key pair (RFC 8032), each half as its 32 bytes. */
export type SigningKey = { readonly id: string; readonly public: Buffer; readonly private: Buffer };

/** What a checkpoint states, before it is signed. */
export type Statement = Omit<Checkpoint, 'signature'>;

/**
 * The root of a checkpoint: SHA-256(0x02 ‖ root of the checkpoint before, or 32 zero bytes for the first ‖ Merkle root of the
 * acts since), the acts in the order (xid, position) and each entry an act's hash; see {@link MerkleTree}. So a root
 * depends on every act covered since the beginning, and only the new ones are read to make it.
 */
export const chainRoot = (prev: Hash | null, since: MerkleTree): Hash =>
  createHash('sha256')
    .update(Buffer.of(2))
    .update(prev === null ? Buffer.alloc(32) : Buffer.from(prev, 'hex'))
    .update(Buffer.from(since.root(), 'hex'))
    .digest('hex');

/** A new pair of keys. */
export function newSigningKey(): SigningKey {
  const { x, d } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  const open = Buffer.from(x!, 'base64url');
  return { id: keyId(open), public: open, private: Buffer.from(d!, 'base64url') };
}

/** The name of a public key: the first 16 hexadecimal digits of its SHA-256. */
export const keyId = (open: Buffer): string => createHash('sha256').update(open).digest('hex').slice(0, 16);

/** Signs a statement with the key that it names. */
export function signStatement(statement: Statement, key: SigningKey): Checkpoint {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: key.public.toString('base64url'), d: key.private.toString('base64url') };
  const signature = sign(null, bytesOf(statement), createPrivateKey({ key: jwk, format: 'jwk' }));
  return { ...statement, signature: signature.toString('hex') };
}

/** Whether the holder of the private half signed exactly this statement. Needs no database. */
export function isSigned({ signature, ...statement }: Checkpoint, open: Buffer): boolean {
  if (keyId(open) !== statement.key) return false;
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: open.toString('base64url') };
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  return verify(null, bytesOf(statement), key, Buffer.from(signature, 'hex'));
}

/**
 * Holds a checkpoint against the one before it and the acts between their horizons. Answers with the first fault:
 * `ledger.checkpoint-gap`, `-unsigned` (not by a key of the city), `-prev-differs`, `-acts-differ` (how many are stated and
 * how many there are), `-root-differs` (as many acts, but not the same).
 */
export function checkCheckpoint(
  before: Checkpoint | null,
  checkpoint: Checkpoint,
  since: MerkleTree,
  open: Buffer | undefined,
): Problem | null {
  const { n, at } = checkpoint;
  const stated = checkpoint.acts - (before?.acts ?? 0);
  if (n !== (before?.n ?? 0) + 1) return problem('ledger.checkpoint-gap', { n, before: before?.n ?? 0 });
  if (!open || !isSigned(checkpoint, open))
    return problem('ledger.checkpoint-unsigned', { n, at, key: checkpoint.key });
  if (checkpoint.prev !== (before?.root ?? null)) return problem('ledger.checkpoint-prev-differs', { n, at });
  if (stated !== since.leaves) return problem('ledger.checkpoint-acts-differ', { n, at, stated, found: since.leaves });
  if (chainRoot(checkpoint.prev, since) !== checkpoint.root)
    return problem('ledger.checkpoint-root-differs', { n, at });
  return null;
}

/** Holds a checkpoint against the copies kept of it: `ledger.checkpoint-not-as-kept` names what is not the same. */
export function checkKept(checkpoint: Checkpoint, kept: readonly KeptCheckpoint[]): Problem | null {
  const { n, at } = checkpoint;
  for (const copy of kept.filter((each) => each.n === n)) {
    const fields = Object.keys(copy) as (keyof Checkpoint)[];
    const field = fields.find((key) => copy[key] !== checkpoint[key]);
    if (field) return problem('ledger.checkpoint-not-as-kept', { n, at, field });
  }
  return null;
}

/**
 * Whether the last checkpoint found is the last that was made. Answers with `ledger.checkpoint-newest-missing`, where the
 * head kept apart names a later one or somebody kept a copy of one, or `ledger.checkpoint-head-differs`.
 */
export function checkNewest(
  last: Checkpoint | null,
  head: { readonly n: number; readonly root: Hash } | undefined,
  kept: readonly KeptCheckpoint[],
): Problem | null {
  const found = last?.n ?? 0;
  const newest = Math.max(head?.n ?? 0, ...kept.map(({ n }) => n));
  if (newest > found) return problem('ledger.checkpoint-newest-missing', { n: newest, found });
  if (head?.n !== last?.n || head?.root !== last?.root)
    return problem('ledger.checkpoint-head-differs', { n: found, head: head?.n ?? 0 });
  return null;
}

const bytesOf = (statement: Statement): Buffer => Buffer.from(canonicalJson(statement));
