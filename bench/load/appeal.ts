import { uuidv7 } from '../../src/kernel/index.ts';
import type { Chance } from '../world/chance.ts';

/** What a code to follow an appeal by is made of. */
const SIGNS = '34679ACDEFGHJKMNPQRTUVWXY';

/** What the public page sends for somebody who has not signed in: a text, a contact to be sealed, and a code to follow it by. */
export function appealOf(c: Chance, text: string, now: Date): object {
  const digits = (count: number): string => Array.from({ length: count }, () => c.below(10)).join('');
  const pass = Array.from({ length: 10 }, () => c.pick([...SIGNS])).join('');
  return {
    id: uuidv7(now),
    mechanism: 'appeal',
    text,
    by: { id: uuidv7(now), pass, kind: 'enterprise', contact: `139${digits(8)}` },
  };
}
