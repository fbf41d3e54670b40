import type { Person } from '../../../../src/directory/people/people.contract.ts';
import { useT } from '../../../i18n/language.tsx';
import { useUnits } from '../../../units/useUnits.ts';

/** Where somebody sits, in a few words: of several seats the first. */
export function usePlaceOf() {
  const t = useT();
  const { unitName } = useUnits();
  return ({ seats: [seat] }: Person): string => {
    if (!seat) return '';
    const { unit, role, title } = seat;
    // The supervision office is a unit and a role of one name.
    return [...new Set([unit && unitName(unit), title || t(`web.role.${role}`)])].filter(Boolean).join(' ');
  };
}
