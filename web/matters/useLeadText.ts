import type { MatterRow } from '../../src/matters/contract.ts';
import { useT, type Translate } from '../i18n/language.tsx';
import { useUnits } from '../units/useUnits.ts';

type Whose = Pick<MatterRow, 'lead' | 'sealed'>;

/** Whose a matter is, as a row says it: its lead unit’s, nobody’s yet, or of what is sealed that of those who are named for it. */
export function leadText(t: Translate, unitName: (unit: string) => string, { lead, sealed }: Whose): string {
  if (lead) return t('web.lead.of', { unit: unitName(lead) });
  return t(sealed ? 'web.lead.sealed' : 'web.lead.none');
}

/** As {@link leadText}, for a component. */
export function useLeadText(): (row: Whose) => string {
  const t = useT();
  const { unitName } = useUnits();
  return (row) => leadText(t, unitName, row);
}
