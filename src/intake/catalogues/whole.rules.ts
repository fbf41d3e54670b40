import type { EditionEntry } from './edition.contract.ts';

/** So many items, or one in so many of a list, may be missing from a table that is the whole of it. */
const FEW = 3;
const SHARE = 5;

/**
 * Whether a table leaves out so much of its list that it may as well only add to it: more than three items, or more than a fifth. Then whoever brings
 * it in says which it is, before anything is listed no more. Pure.
 */
export function mayBeSupplement(entries: readonly Pick<EditionEntry, 'state' | 'matter'>[]): boolean {
  const gone = entries.filter(({ state }) => state === 'dropped').length;
  const listed = entries.filter(({ state, matter }) => matter !== null && state !== 'back').length;
  return gone > FEW || gone * SHARE > listed;
}
