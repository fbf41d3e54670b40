import type { Category } from '../../../../src/directory/schemes/scheme.contract.ts';
import { byParent, codesOf, nextCode, wayTo } from '../../../../src/directory/schemes/scheme.rules.ts';

/** A tree of categories under work: a list in which those below the same category stand in their order. */
export type Tree = readonly Category[];

const indexOf = (tree: Tree, code: string): number => tree.findIndex((one) => one.code === code);
const beside = (tree: Tree, { parent }: Category): Tree => tree.filter((one) => one.parent === parent);

/** Adds a nameless category with the next free code: after one beside it, or last below one. */
export function added(tree: Tree, { below, after }: { below: string | null; after?: string }): [Tree, Category] {
  const category = { code: nextCode(below, codesOf(tree)), parent: below, zh: '', en: null, retired: false };
  const at = after === undefined ? tree.length : indexOf(tree, after) + 1;
  return [tree.toSpliced(at, 0, category), category];
}

/** Changes what a category is called; with another code what stands below it follows. */
export const changed = (tree: Tree, code: string, to: Partial<Pick<Category, 'code' | 'zh' | 'en'>>): Tree =>
  tree.map((one) => {
    if (one.code === code) return { ...one, ...to };
    return one.parent === code && to.code !== undefined ? { ...one, parent: to.code } : one;
  });

/** Takes a category one place up (-1) or down (1) among those beside it; the same tree where there is no such place. */
export function shifted(tree: Tree, code: string, by: 1 | -1): Tree {
  const here = indexOf(tree, code);
  const row = beside(tree, tree[here]!);
  const other = row[row.findIndex((one) => one.code === code) + by];
  if (!other) return tree;
  const there = indexOf(tree, other.code);
  return tree.with(here, other).with(there, tree[here]!);
}

/** Puts a category, with all below it, last below another (null: at the top); the same tree where that stands below it. */
export function placed(tree: Tree, code: string, below: string | null): Tree {
  const one = tree[indexOf(tree, code)]!;
  const within = below !== null && wayTo(codesOf(tree), below).includes(one);
  if (within || one.parent === below) return tree;
  return [...tree.filter((other) => other !== one), { ...one, parent: below }];
}

/** Puts a category below the one before it. */
export function indented(tree: Tree, code: string): Tree {
  const row = beside(tree, tree[indexOf(tree, code)]!);
  const before = row[row.findIndex((one) => one.code === code) - 1];
  return before ? placed(tree, code, before.code) : tree;
}

/** Puts a category beside the one that it stood below, after it. */
export function outdented(tree: Tree, code: string): Tree {
  const one = tree[indexOf(tree, code)]!;
  const above = one.parent === null ? undefined : tree[indexOf(tree, one.parent)];
  if (!above) return tree;
  const rest = tree.filter((other) => other !== one);
  return rest.toSpliced(rest.indexOf(above) + 1, 0, { ...one, parent: above.parent });
}

/** Retires a category with all below it. */
export function retired(tree: Tree, code: string): Tree {
  const byCode = codesOf(tree);
  const top = byCode.get(code)!;
  return tree.map((one) => (wayTo(byCode, one.code).includes(top) ? { ...one, retired: true } : one));
}

/** Takes a category into use again, with all that stands above it. */
export function restored(tree: Tree, code: string): Tree {
  const way = wayTo(codesOf(tree), code);
  return tree.map((one) => (way.includes(one) ? { ...one, retired: false } : one));
}

/** Takes a category out that was never published; what stands below it moves up into its place. */
export function removed(tree: Tree, code: string): Tree {
  const { parent } = tree[indexOf(tree, code)]!;
  return tree.flatMap((one) => {
    if (one.code === code) return [];
    return one.parent === code ? [{ ...one, parent }] : [one];
  });
}

/** The tree from the top down, each category before those below it, as it is published and exported. */
export function inOrder(tree: Tree): Category[] {
  const below = byParent(tree);
  const from = (parent: string | null): Category[] =>
    (below.get(parent) ?? []).flatMap((one) => [one, ...from(one.code)]);
  const reached = from(null);
  // What hangs on nothing, or on itself, is a fault that the person must still see.
  return reached.length === tree.length ? reached : [...reached, ...tree.filter((one) => !reached.includes(one))];
}
