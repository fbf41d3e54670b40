import type { BetweenView } from '../../src/matters/parties/between.contract.ts';
import type { PartyView } from '../../src/matters/parties/parties.contract.ts';
import { useT } from '../i18n/language.tsx';
import { partiesApart } from './partiesApart.ts';

/** All parties of a matter, in the order of their sides, as the page names them. */
export function usePartiesApart(between: BetweenView | null): readonly PartyView[] {
  const t = useT();
  const all = (between?.sides ?? []).flatMap((side) => side.parties);
  return partiesApart(all, (name, n) => t('web.between.nth', { name, n }));
}
