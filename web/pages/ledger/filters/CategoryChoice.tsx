import { Select } from 'antd';
import { inMain } from '../../../frame/inMain.ts';
import { useT } from '../../../i18n/language.tsx';
import { useCategoriesOf } from '../../../schemes/useCategories.ts';
import type { LedgerSearch } from '../ledger-search.ts';
import { useLedgerSearch } from '../useLedgerSearch.ts';
import { useStages } from '../useStages.ts';
import { schemesOf } from './stagesOf.ts';

/**
 * A category of any level, by typing part of its name, of one above it, or of its code: what is filed below it is meant too. Where its
 * scheme is one mechanism's alone that is asked for as well, as another scheme may have the same code.
 */
export function CategoryChoice({ label, search }: { label: string; search: LedgerSearch }) {
  const t = useT();
  const { change } = useLedgerSearch();
  const { mechanisms } = useStages();
  const categories = useCategoriesOf(schemesOf(mechanisms, search.mechanism));
  const options = categories.map((one) => ({ ...one, value: `${one.scheme} ${one.value}`, code: one.value }));
  const choose = (chosen?: string) => {
    const one = options.find(({ value }) => value === chosen);
    const [only, other] = mechanisms.filter(({ scheme }) => scheme === one?.scheme);
    change({ category: one?.code, mechanism: search.mechanism ?? (other ? undefined : only?.key) });
  };
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'names' }}
      getPopupContainer={inMain}
      aria-label={label}
      placeholder={t('ledger.filter.any')}
      options={options}
      value={options.find(({ code }) => code === search.category)?.value}
      notFoundContent={null}
      onChange={choose}
      style={{ width: '100%' }}
    />
  );
}
