import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MerkleTree } from './merkle.rules.ts';

const sha256 = (...parts: Buffer[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();

/** RFC 6962 section 2.1, word for word. */
function mth(entries: readonly Buffer[]): Buffer {
  if (entries.length === 0) return sha256();
  if (entries.length === 1) return sha256(Buffer.of(0), entries[0]!);
  let k = 1;
  while (k * 2 < entries.length) k *= 2;
  return sha256(Buffer.of(1), mth(entries.slice(0, k)), mth(entries.slice(k)));
}

const rootOf = (entries: readonly Buffer[]): string => {
  const tree = new MerkleTree();
  for (const entry of entries) tree.add(entry.toString('hex'));
  return tree.root();
};

const entry = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes));
const entries = fc.array(entry, { maxLength: 70 });

test('the root is the one that RFC 6962 defines, for every number of entries', () => {
  fc.assert(
    fc.property(entries, (list) => {
      expect(rootOf(list)).toBe(mth(list).toString('hex'));
    }),
  );
});

test('a root may be asked for on the way and changes nothing', () => {
  fc.assert(
    fc.property(entries, (list) => {
      const tree = new MerkleTree();
      for (const [i, each] of list.entries()) {
        expect([tree.leaves, tree.root()]).toEqual([i, rootOf(list.slice(0, i))]);
        tree.add(each.toString('hex'));
      }
      expect(tree.root()).toBe(rootOf(list));
    }),
    { numRuns: 20 },
  );
});

test('an entry changed, dropped, doubled or moved changes the root', () => {
  const distinct = fc.uniqueArray(entry, { minLength: 2, maxLength: 40, selector: (e) => e.toString('hex') });
  fc.assert(
    fc.property(distinct, entry, fc.nat(), (list, other, which) => {
      const i = which % list.length;
      fc.pre(!list.some((e) => e.equals(other)));
      const root = rootOf(list);
      const altered = [
        list.with(i, other),
        list.toSpliced(i, 1),
        [...list, list.at(-1)!],
        [...list.slice(1), list[0]!],
      ];
      for (const alteration of altered) expect(rootOf(alteration)).not.toBe(root);
    }),
  );
});
