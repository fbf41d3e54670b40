import type { Category } from './scheme.contract.ts';
import { byParent, codesOf } from './scheme.rules.ts';

/**
 * One difference between two versions of a scheme. A category that was renamed and moved is told twice. `reordered` is told
 * once, of what the others stand below (null: the top).
 */
export type SchemeChange =
  | { readonly kind: 'added'; readonly is: Category }
  | { readonly kind: 'renamed' | 'moved' | 'retired' | 'restored'; readonly was: Category; readonly is: Category }
  | { readonly kind: 'reordered'; readonly below: string | null };

/** How one version became another, category by category as their codes name them, in the order of the newer one. */
export function schemeChanges(before: readonly Category[], after: readonly Category[]): SchemeChange[] {
  const old = codesOf(before);
  const changes = after.flatMap((is): SchemeChange[] => {
    const was = old.get(is.code);
    if (!was) return [{ kind: 'added', is }];
    return [
      ...(was.zh === is.zh && was.en === is.en ? [] : [{ kind: 'renamed', was, is } as const]),
      ...(was.parent === is.parent ? [] : [{ kind: 'moved', was, is } as const]),
      ...(was.retired === is.retired ? [] : [{ kind: is.retired ? 'retired' : 'restored', was, is } as const]),
    ];
  });
  const below = byParent(before);
  const reordered = [...byParent(after)].filter(([parent, now]) => differInOrder(below.get(parent) ?? [], now));
  return [...changes, ...reordered.map(([parent]) => ({ kind: 'reordered', below: parent }) as const)];
}

/** Whether what both have stands otherwise; what came or went is told by itself. */
function differInOrder(before: readonly Category[], after: readonly Category[]): boolean {
  const [old, now] = [codesOf(before), codesOf(after)];
  const common = (list: readonly Category[], other: ReadonlyMap<string, Category>) =>
    list.flatMap(({ code }) => (other.has(code) ? [code] : []));
  const then = common(before, now);
  return common(after, old).some((code, at) => then[at] !== code);
}
