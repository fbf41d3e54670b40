import type { Uuid } from '../../kernel/index.ts';
import type { Issue, Judged } from './judge.rules.ts';

/** A matter that is in the ledger already. */
export type There = { readonly matter: Uuid; readonly number: string };
/** What the ledger has already, by the digest of a text and by number. */
export type Known = { readonly texts: ReadonlyMap<string, There>; readonly numbers: ReadonlyMap<string, There> };

/**
 * What rows share with one another and with the ledger: the same number, or the very same text. A doubt, not a fault: the same
 * thing may be asked for again; but such a row is imported only where the reader chooses it.
 */
export function judgeAlike<R extends Judged & { readonly n: number; readonly digest: string }>(
  rows: readonly R[],
  known: Known,
): Map<number, Issue> {
  const first = new Map<string, number>();
  const found = new Map<number, Issue>();
  for (const { n, digest, plan, number } of rows) {
    if (plan.text === '') continue;
    const there = (number === null ? undefined : known.numbers.get(number)) ?? known.texts.get(digest);
    const earlier = first.get(digest);
    if (there) found.set(n, alike('same-as-matter', { number: there.number }, there.matter));
    else if (earlier !== undefined) found.set(n, alike('same-as-row', { row: earlier }));
    if (earlier === undefined) first.set(digest, n);
  }
  return found;
}

const alike = (code: string, params: Issue['params'], matter?: Uuid): Issue => ({
  field: 'text',
  level: 'doubt',
  code: `sheet.row-${code}`,
  params,
  ...(matter ? { matter } : {}),
});
