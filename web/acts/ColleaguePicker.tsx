import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HelperList, HelperSeat } from '../../src/matters/helpers/helper.contract.ts';
import { api, query } from '../api.ts';
import { SearchSelect } from '../frame/SearchSelect.tsx';
import { useLanguage } from '../i18n/language.tsx';
import { helperCalled } from '../matters/helperCalled.ts';
import { useUnits } from '../units/useUnits.ts';

type Props = {
  id: string;
  label: string;
  invalid: boolean;
  matter: string | undefined;
  value: string;
  onChange: (seat: string) => void;
};

/**
 * Chooses somebody to help: those of the kinds that the mechanism names are offered at once, everybody else is found by part of a name, a title or
 * a unit, or by initials, whether or not they may read the matter yet.
 */
export function ColleaguePicker({ id, label, invalid, matter = '', value, onChange }: Props) {
  const { t, language } = useLanguage();
  const { unitName } = useUnits();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<HelperSeat[]>([]);
  const q = typed.trim();
  const { data: found } = useQuery({
    queryKey: ['helpers', matter, q],
    queryFn: ({ signal }) => api.get<HelperList>(`/api/matters/${matter}/helpers${query({ q })}`, signal),
    enabled: matter !== '',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const all = [...(found?.rows ?? []), ...chosen];
  const called = (one: HelperSeat) =>
    [one.unit && unitName(one.unit), helperCalled(one, language), one.name].filter(Boolean).join(' ');
  const options = [...new Map(all.map((one) => [one.seat, { value: one.seat, label: called(one) }])).values()];
  return (
    <SearchSelect
      id={id}
      label={label}
      placeholder={t('web.colleague.pick')}
      invalid={invalid}
      options={options}
      onSearch={setTyped}
      value={value || undefined}
      onChange={(seat) => {
        setChosen(all.filter((one) => one.seat === seat));
        onChange(seat ?? '');
      }}
    />
  );
}
