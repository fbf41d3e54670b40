import { useCallback, useMemo, useState } from 'react';

/** The rows chosen of a list, by id. What the list does not hold any more is not chosen either. */
export function useChosen(ids: readonly string[]) {
  const [all, setAll] = useState<ReadonlySet<string>>(new Set());
  // Only once for a list, however often something of it is chosen.
  const listed = useMemo(() => new Set(ids), [ids]);
  const chosen = useMemo(() => those(all, listed), [all, listed]);
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

/** Those of the chosen that are listed. Nearly always all of them are, and ten thousand are not to be copied to find that out. */
function those(all: ReadonlySet<string>, listed: ReadonlySet<string>): ReadonlySet<string> {
  for (const id of all) if (!listed.has(id)) return new Set([...all].filter((one) => listed.has(one)));
  return all;
}
