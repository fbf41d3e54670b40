import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Category } from '../../../../src/directory/schemes/scheme.contract.ts';
import { codesOf, wayTo } from '../../../../src/directory/schemes/scheme.rules.ts';
import * as edit from './edit.ts';

/** What can be done to the category that is chosen, by key or button. */
export type TreeAct = 'beside' | 'below' | 'up' | 'down' | 'in' | 'out' | 'retire' | 'restore' | 'remove';

/** Where the focus goes after the next drawing: to the row of the chosen category, or to its name. */
type Place = 'row' | 'name';
const PLACES: Readonly<Record<Place, (code: string) => string>> = {
  row: (code) => `[role=treeitem][data-code="${CSS.escape(code)}"]`,
  name: () => '[data-category] input',
};

/** A tree of categories under work: which one is chosen, which are unfolded, and every change that can be made. */
export function useSchemeEdit(tree: edit.Tree, published: readonly Category[], keep: (tree: edit.Tree) => void) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const byCode = useMemo(() => codesOf(tree), [tree]);
  const before = useMemo(() => codesOf(published), [published]);
  const one = chosen === null ? undefined : byCode.get(chosen);
  const going = useRef<{ place: Place; code: string } | null>(null);
  useLayoutEffect(() => {
    if (!going.current) return;
    const { place, code } = going.current;
    going.current = null;
    document.querySelector<HTMLElement>(PLACES[place](code))?.focus();
  });

  const unfold = (codes: readonly string[]) => setOpen(new Set([...open, ...codes]));
  const fold = (code: string, unfolded: boolean) => {
    const next = new Set(open);
    if (unfolded) next.add(code);
    else next.delete(code);
    setOpen(next);
  };
  /** Chooses a category, unfolds the way to it and takes the focus there. */
  const choose = (code: string | null, place: Place = 'row', within: edit.Tree = tree) => {
    setChosen(code);
    if (code === null) return;
    unfold(
      wayTo(codesOf(within), code)
        .slice(0, -1)
        .map((above) => above.code),
    );
    going.current = { place, code };
  };

  const add = (how: { below: string | null; after?: string }) => {
    const [next, category] = edit.added(tree, how);
    keep(next);
    choose(category.code, 'name', next);
  };
  const act = (kind: TreeAct) => {
    if (!one) return kind === 'beside' || kind === 'below' ? add({ below: null }) : undefined;
    const { code, parent } = one;
    if (kind === 'beside') return add({ below: parent, after: code });
    if (kind === 'below') return add({ below: code });
    const next = CHANGES[kind](tree, code);
    keep(next);
    if (kind === 'remove') return choose(parent, 'row', next);
    return choose(code, 'row', next);
  };
  /** How the chosen category leaves or comes back: what was published can only be retired. */
  const leaving = (category: Category): 'retire' | 'restore' | 'remove' =>
    !before.has(category.code) ? 'remove' : category.retired ? 'restore' : 'retire';

  return {
    tree,
    byCode,
    before,
    one,
    open,
    fold,
    choose,
    act,
    leaving,
    change: (to: Parameters<typeof edit.changed>[2]) => {
      if (!one) return;
      keep(edit.changed(tree, one.code, to));
      if (to.code !== undefined) setChosen(to.code);
    },
    place: (below: string | null) => {
      if (!one) return;
      const next = edit.placed(tree, one.code, below);
      keep(next);
      choose(one.code, 'row', next);
    },
  };
}
export type SchemeEdit = ReturnType<typeof useSchemeEdit>;

const CHANGES: Readonly<Record<Exclude<TreeAct, 'beside' | 'below'>, (tree: edit.Tree, code: string) => edit.Tree>> = {
  up: (tree, code) => edit.shifted(tree, code, -1),
  down: (tree, code) => edit.shifted(tree, code, 1),
  in: edit.indented,
  out: edit.outdented,
  retire: edit.retired,
  restore: edit.restored,
  remove: edit.removed,
};
