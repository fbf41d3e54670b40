import type { AppealView, Counter } from '../../src/counter/contract.ts';

/**
 * What the head of a page calls what is raised there, by the names that the city gave: what the page tells somebody to raise, or what they look at;
 * elsewhere the only one there is. Null where it may be any: whoever follows a number may have raised this or that.
 */
export function titleOf(
  { mechanisms, sealed }: Pick<Counter, 'mechanisms' | 'sealed'>,
  place: string,
  looksAt: AppealView['kind'] | null,
): AppealView['kind'] | null {
  if (looksAt) return looksAt;
  if (place === '/clue') return sealed[0]?.name ?? null;
  const any = place === '/follow' ? [...mechanisms, ...sealed] : mechanisms;
  return any.length === 1 ? any[0]!.name : null;
}
