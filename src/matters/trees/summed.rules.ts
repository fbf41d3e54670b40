import type { Mechanism } from '../../mechanism/index.ts';

type Kind = { readonly key: string; readonly mechanism: Pick<Mechanism, 'tree' | 'children'> };

/**
 * The keys of the kinds whose matters may stand in a tree that is summed up: those that have one of their own, and whatever may stand
 * below them, however deep. Only among these does a weight count for anything.
 */
export function summedKinds(all: readonly Kind[]): ReadonlySet<string> {
  const found = new Set(all.filter(({ mechanism }) => mechanism.tree).map(({ key }) => key));
  // A set is walked together with what is added to it on the way.
  for (const key of found)
    for (const kind of all.find((one) => one.key === key)?.mechanism.children?.kinds ?? [])
      if (kind !== 'self') found.add(kind);
  return found;
}
