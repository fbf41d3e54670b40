import { useCallback, useMemo, useState } from 'react';

/** The rows chosen of a list, by id. What the list does not hold any more is not chosen either. */
export function useChosen(ids: readonly string[]) {
  const [all, setAll] = useState<ReadonlySet<string>>(new Set());
  const chosen = useMemo(() => {
    if (all.size === 0) return all;
    const listed = new Set(ids);
    return new Set([...all].filter((id) => listed.has(id)));
  }, [all, ids]);
  const toggle = useCallback(
    (id: string) =>
      setAll((had) => {
        const next = new Set(had);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    [],
  );
  const range = useCallback(
    (from: string, to: string) => {
      const [a, b] = [ids.indexOf(from), ids.indexOf(to)];
      if (a < 0 || b < 0) return;
      setAll((had) => new Set([...had, ...ids.slice(Math.min(a, b), Math.max(a, b) + 1)]));
    },
    [ids],
  );
  const set = useCallback((some: Iterable<string>) => setAll(new Set(some)), []);
  return { chosen, toggle, range, set };
}
