import { useT } from '../../../i18n/language.tsx';

const KEY = 'huiyin.people';

/**
 * The name of somebody in an address, which holds only the account: as it was when it was chosen on this machine, else said
 * to be somebody's. Their name is in the acts that the list leads to.
 */
export function usePersonName() {
  const t = useT();
  const known = (): Record<string, string> => JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Record<string, string>;
  return {
    nameOf: (account: string): string => known()[account] ?? t('ledger.filter.person.chosen'),
    remember: (account: string, name: string): void =>
      sessionStorage.setItem(KEY, JSON.stringify({ ...known(), [account]: name })),
  };
}
