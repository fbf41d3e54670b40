import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useMemo } from 'react';
import { codesOf, wayTo } from '../../src/directory/schemes/scheme.rules.ts';
import { inMain } from '../frame/inMain.ts';
import { useLanguage } from '../i18n/language.tsx';
import { schemeQuery, schemesQuery } from '../schemes/queries.ts';

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
  const { t, language } = useLanguage();
  const { data: schemes } = useQuery(schemesQuery);
  const version = schemes?.find(({ key }) => key === scheme)?.versions[0]?.version;
  const { data } = useQuery({ ...schemeQuery(scheme, version ?? 0), enabled: version !== undefined });
  const options = useMemo(() => {
    const byCode = codesOf(data?.categories ?? []);
    return (data?.categories ?? [])
      .filter(({ retired }) => !retired)
      .map(({ code }) => {
        const way = wayTo(byCode, code);
        const name = (language === 'en' ? way.map(({ en, zh }) => en ?? zh) : way.map(({ zh }) => zh)).join(' / ');
        return { value: code, label: name, names: `${code} ${name}` };
      });
  }, [data, language]);
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
