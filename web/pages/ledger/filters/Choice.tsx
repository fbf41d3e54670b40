import { Select } from 'antd';
import { inMain } from '../../../frame/inMain.ts';
import { useT } from '../../../i18n/language.tsx';

type Option = { value: string; label: string };
type Props = {
  label: string;
  options: readonly Option[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
};

/** One of some values, or none; long lists are searched by typing. */
export function Choice({ label, options, value, onChange }: Props) {
  const t = useT();
  return (
    <Select
      allowClear
      showSearch={options.length > 10 ? { optionFilterProp: 'label' } : false}
      getPopupContainer={inMain}
      aria-label={label}
      placeholder={t('ledger.filter.any')}
      options={[...options]}
      value={value}
      notFoundContent={null}
      onChange={(chosen?: string) => onChange(chosen)}
      style={{ width: '100%' }}
    />
  );
}
