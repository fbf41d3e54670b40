import type { RegisterAct } from '../../../../src/directory/contract.ts';
import { useT } from '../../../i18n/language.tsx';
import { useUnits } from '../../../units/useUnits.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** An act on the register as the rest of a sentence after the doer's name. */
export function useDeed(): (act: RegisterAct) => string {
  const t = useT();
  const { unitName } = useUnits();
  return ({ kind, given }) => {
    if ('adopted' in given) return t('admin.deed.adopted');
    const unit = text(given['into']) || text(given['parent']) || text(given['unit']);
    return t(`admin.deed.${kind}`, {
      name: text(given['name']),
      title: text(given['title']),
      unit: unit ? unitName(unit) : t('admin.unit.top'),
    });
  };
}
