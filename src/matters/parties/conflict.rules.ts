import type { Appointing, Party } from './between-state.rules.ts';
import type { Impartial } from './parties.contract.ts';

type Why = 'conflict-works' | 'conflict-family' | 'conflict-represented' | 'conflict-same-name' | 'conflict-declared';
type Found = { why: Why; party: string; impartial?: never } | { why?: never; party?: never; impartial: Impartial };

/**
 * What stands against appointing somebody: a declared interest in a party, earlier representation of it, or that they bear the name
 * of a party or of who speaks for it. `said`: their own word on this very matter; null where they were not asked. Whoever neither
 * declared anything nor was asked is not known to be impartial, which is not the same as being it.
 */
export function conflictOf(parties: readonly Party[], who: Appointing, said: boolean | null): Found {
  if (said === false) return { why: 'conflict-declared', party: '' };
  for (const party of parties) {
    const held = who.interests?.find((one) => one.enterprise !== null && one.enterprise === party.enterprise);
    if (held && held.kind !== 'none') return { why: `conflict-${held.kind}`, party: party.name };
    if (who.names.get(party.n)?.some((name) => sameName(name, who.name)))
      return { why: 'conflict-same-name', party: party.name };
  }
  return { impartial: said === true || (who.interests !== null && parties.every(isTold)) ? 'none' : 'unknown' };
}

/** Declarations name enterprises of the register: of anybody else they tell nothing. */
const isTold = ({ enterprise }: Party): boolean => enterprise !== null;

/** Whether two names say the same, however they were typed. */
export const sameName = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (name: string): string => name.normalize('NFKC').replace(/\s/gu, '').toLowerCase();
