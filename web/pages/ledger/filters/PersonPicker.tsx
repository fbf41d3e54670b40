import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { inMain } from '../../../frame/inMain.ts';
import { useT } from '../../../i18n/language.tsx';
import { useUnits } from '../../../units/useUnits.ts';
import { findQuery } from '../../../matters/queries.ts';
import { usePersonName } from './usePersonName.ts';

type Props = { label: string; value: string | undefined; onChange: (person: string | undefined) => void };

/** Chooses somebody by part of a name or its initials. */
export function PersonPicker({ label, value, onChange }: Props) {
  const t = useT();
  const { unitName } = useUnits();
  const { nameOf, remember } = usePersonName();
  const [typed, setTyped] = useState('');
  const { data } = useQuery({ ...findQuery(typed), enabled: typed.length > 1 });
  const people = typed.length > 1 ? (data?.meant.people ?? []) : [];
  const found = people.map(({ account, name, unit, title }) => ({
    value: account,
    label: [name, unit ? unitName(unit) : '', title].filter(Boolean).join(' '),
  }));
  const options =
    value && !found.some((one) => one.value === value) ? [{ value, label: nameOf(value) }, ...found] : found;
  return (
    <Select
      allowClear
      showSearch={{ filterOption: false, onSearch: (words: string) => setTyped(words.trim()) }}
      getPopupContainer={inMain}
      aria-label={label}
      placeholder={t('ledger.filter.person.hint')}
      options={options}
      value={value}
      notFoundContent={null}
      onChange={(account?: string) => {
        const name = people.find((one) => one.account === account)?.name;
        if (account && name) remember(account, name);
        onChange(account);
      }}
      style={{ width: '100%' }}
    />
  );
}
