import type { Mechanism } from './contract.ts';
import type { Named } from './named.contract.ts';
import { ruleFor } from './transitions.rules.ts';

/** A kind of those who help, and every word by which it is known, in titles and where one looks for it. */
export type HelperKind = { readonly name: Named; readonly words: readonly string[] };

/** Which kind of helper a seat is by its title, in the order of the file; null where of none. Pure. */
export function helperKind(mechanism: Mechanism, title: string): HelperKind | null {
  for (const { zh, en, also = [] } of Object.values(ruleFor(mechanism, 'help')?.kinds ?? {})) {
    const words = [zh, en, ...also];
    if (words.some((word) => title.toLowerCase().includes(word.toLowerCase()))) return { name: { zh, en }, words };
  }
  return null;
}
