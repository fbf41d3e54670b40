import { createHash } from 'node:crypto';
import type { Hash } from './chain.rules.ts';

/**
 * The root of a Merkle tree over hashes in the order in which they are added, by RFC 6962 section 2.1: a leaf is
 * SHA-256(0x00 ‖ entry), a node SHA-256(0x01 ‖ left ‖ right), a list is split at the largest power of two below its length,
 * and the root of nothing is SHA-256 of nothing. Holds one hash per level, whatever the number of leaves.
 */
export class MerkleTree {
  /** Roots of complete subtrees, largest first; their sizes are the binary digits of the count. */
  readonly #subtrees: { readonly size: number; readonly root: Buffer }[] = [];
  #leaves = 0;

  get leaves(): number {
    return this.#leaves;
  }

  /** Adds an entry of 32 bytes. */
  add(entry: Hash): void {
    this.#leaves += 1;
    let grown = { size: 1, root: sha256(LEAF, Buffer.from(entry, 'hex')) };
    for (let last = this.#subtrees.at(-1); last?.size === grown.size; last = this.#subtrees.at(-1)) {
      this.#subtrees.pop();
      grown = { size: grown.size * 2, root: sha256(NODE, last.root, grown.root) };
    }
    this.#subtrees.push(grown);
  }

  /** The root over all entries so far; more may be added afterwards. */
  root(): Hash {
    const roots = this.#subtrees.map(({ root }) => root);
    const whole = roots.length === 0 ? sha256() : roots.reduceRight((right, left) => sha256(NODE, left, right));
    return whole.toString('hex');
  }
}

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

function sha256(...parts: readonly Buffer[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
