import type { TreeList } from '../../../src/matters/trees/tree.contract.ts';

type Row = Pick<TreeList['rows'][number], 'id' | 'closed' | 'due' | 'matters'>;

/**
 * The plan that is shown where none is asked for: the one that was looked at last, else the largest that is open of this year, else of any. A
 * short one that was issued last is not what most people come for. Pure.
 */
export function planToShow(rows: readonly Row[], seen: string | null, today: string): string | undefined {
  if (rows.some(({ id }) => id === seen)) return seen!;
  const year = today.slice(0, 4);
  const ranked = rows.toSorted(
    (a, b) =>
      Number(a.closed) - Number(b.closed) ||
      Number(b.due?.startsWith(year) ?? false) - Number(a.due?.startsWith(year) ?? false) ||
      b.matters - a.matters,
  );
  return ranked[0]?.id;
}

/** The plan that was looked at last on this machine; null where there is none, or where the browser keeps nothing. */
export function readSeen(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Notes it. A browser that keeps nothing shows the largest again. */
export function keepSeen(key: string, id: string): void {
  try {
    localStorage.setItem(key, id);
  } catch {
    // Nothing is lost but a choice.
  }
}
