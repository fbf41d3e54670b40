import { Select } from 'antd';
import { inMain } from '../../../frame/inMain.ts';
import { useT } from '../../../i18n/language.tsx';
import { useCategoryChoices } from './categories.ts';

type Props = {
  label: string;
  mechanism: string | undefined;
  value: string | undefined;
  onChange: (code: string | undefined) => void;
};

/** A category of any level, by typing part of its name, of one above it, or of its code: what is filed below it is meant too. */
export function CategoryChoice({ label, mechanism, value, onChange }: Props) {
  const t = useT();
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'names' }}
      getPopupContainer={inMain}
      aria-label={label}
      placeholder={t('ledger.filter.any')}
      options={[...useCategoryChoices(mechanism)]}
      value={value}
      notFoundContent={null}
      onChange={(code?: string) => onChange(code)}
      style={{ width: '100%' }}
    />
  );
}
