import type { Category } from '../../../../src/directory/schemes/scheme.contract.ts';
import { byParent, codesOf, wayTo } from '../../../../src/directory/schemes/scheme.rules.ts';
import type { Tree } from './edit.ts';

/** One row of the tree as it is drawn: how deep, which of how many beside it, and whether what is below it is shown. */
export type Row = {
  readonly category: Category;
  readonly level: number;
  readonly place: number;
  readonly of: number;
  /** Null where nothing stands below it. */
  readonly open: boolean | null;
};

/**
 * What of a tree is looked at: which categories are unfolded, a part of a name or code, whether retired ones are shown. The one
 * that is chosen is in sight all the same, or it would vanish under the hands of whoever retires it.
 */
export type Look = {
  readonly open: ReadonlySet<string>;
  readonly words: string;
  readonly retired: boolean;
  readonly chosen?: string | undefined;
};

/** The rows in sight. While something is looked for, the ways to what was found are unfolded. */
export function rowsOf(tree: Tree, { open, words, retired, chosen }: Look): Row[] {
  const shown = narrowed(tree, words, retired, chosen);
  const below = byParent(shown);
  const from = (parent: string | null, level: number): Row[] => {
    const row = below.get(parent) ?? [];
    return row.flatMap((category, n) => {
      const unfolded = words !== '' || open.has(category.code);
      const state = below.has(category.code) ? unfolded : null;
      const here = { category, level, place: n + 1, of: row.length, open: state };
      return [here, ...(state ? from(category.code, level + 1) : [])];
    });
  };
  return from(null, 1);
}

function narrowed(tree: Tree, words: string, retired: boolean, chosen: string | undefined): Tree {
  const byCode = codesOf(tree);
  const wanted = words.toLowerCase();
  const kept = new Set<Category>();
  for (const one of tree) {
    const called = `${one.zh}\n${one.en ?? ''}\n${one.code}`.toLowerCase();
    if (one.code !== chosen && ((one.retired && !retired) || !called.includes(wanted))) continue;
    for (const above of wayTo(byCode, one.code)) kept.add(above);
  }
  return tree.filter((one) => kept.has(one));
}
