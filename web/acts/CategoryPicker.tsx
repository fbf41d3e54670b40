import { Select } from 'antd';
import { inMain } from '../frame/inMain.ts';
import { useT } from '../i18n/language.tsx';
import { useCategories } from '../schemes/useCategories.ts';

type Props = {
  id: string;
  label: string;
  scheme: string;
  invalid: boolean;
  value: string | null;
  onChange: (code: string | null) => void;
};

/** Chooses a category of a scheme as it is now, by typing part of its name, of one above it, or of its code. */
export function CategoryPicker({ id, label, scheme, invalid, value, onChange }: Props) {
  const t = useT();
  const options = useCategories(scheme);
  return (
    <Select
      id={id}
      aria-label={label}
      placeholder={t('web.category.pick')}
      showSearch={{ optionFilterProp: 'names' }}
      // An empty list would be a listbox without options, which no screen reader can make sense of.
      notFoundContent={null}
      getPopupContainer={inMain}
      options={options}
      allowClear
      style={{ width: '100%' }}
      {...(invalid ? { status: 'error' as const } : {})}
      value={(options.some((option) => option.value === value) ? value : null) ?? undefined}
      onChange={(code?: string) => onChange(code ?? null)}
    />
  );
}
