import type { ImportRow } from '../../../../src/intake/sheets/contract.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { useT } from '../../../i18n/language.tsx';
import { useUnits } from '../../../units/useUnits.ts';

/** What a row does, in one sentence: registers, assigns to whom, due when, who may read it. */
export function usePlanText(): (row: ImportRow) => string {
  const t = useT();
  const { day } = useFormat();
  const { unitName } = useUnits();
  return ({ plan, state }) => {
    const { lead, co, due, area, confidential, raised } = plan;
    const who = raised && (raised.name ?? raised.code ?? raised.contact);
    const does = lead ? t('import.plan.assign', { unit: unitName(lead) }) : t('import.plan.register');
    return [
      state === 'imported' ? t('import.plan.done') : does,
      co.length > 0 && t('import.plan.co', { units: co.map(unitName) }),
      due && t('import.plan.due', { day: day(due) }),
      area && t('import.plan.area', { area }),
      who && t('import.plan.raised-by', { name: who }),
      raised?.place && t('import.plan.place', { place: raised.place }),
      raised?.channel && t('import.plan.channel', { channel: raised.channel }),
      raised?.category && t('import.plan.category', { category: raised.category }),
      confidential && t('import.plan.confidential'),
    ]
      .filter(Boolean)
      .join(' · ');
  };
}
