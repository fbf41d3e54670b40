import type { JudgedPerson, JudgedUnit } from '../../../../src/intake/roster/roster.contract.ts';
import { useT } from '../../../i18n/language.tsx';

/** What a line would do, in words. */
export function usePlanText() {
  const t = useT();
  const and = (...parts: (string | null)[]): string => parts.filter(Boolean).join(' · ');
  return {
    unitText: (judged: JudgedUnit | undefined): string => {
      if (!judged) return '';
      const { state, kind, parent, located } = judged;
      if (state === 'there') return t('roster.there.unit');
      const below = parent && t('roster.below', { unit: parent });
      const { address = null, phone = null, point = null } = located ?? {};
      return and(
        state === 'new' ? t('roster.new.unit') : null,
        kind && t(`directory.unit-kind.${kind}`),
        below,
        address,
        phone,
        point && t('roster.point', { longitude: String(point.longitude), latitude: String(point.latitude) }),
      );
    },
    personText: (judged: JudgedPerson | undefined): string => {
      if (!judged) return '';
      const { state, login, role, unit, account } = judged;
      if (state === 'there') return t('roster.there.seat', { login });
      return and(state === 'new' ? t(`roster.new.${account}`, { login }) : null, unit, role && t(`web.role.${role}`));
    },
  };
}
