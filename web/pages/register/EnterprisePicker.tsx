import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { creditCodeFault, creditCodeOf } from '../../../src/directory/enterprises/credit-code.rules.ts';
import type { EnterprisePage } from '../../../src/directory/enterprises/enterprise.contract.ts';
import { api, query } from '../../api.ts';
import { SearchSelect } from '../../frame/SearchSelect.tsx';
import { useSettled } from '../../frame/useSettled.ts';
import { useT } from '../../i18n/language.tsx';
import units from '../../units/UnitPicker.module.css';

/** An enterprise of the register, or one that it does not have, by its credit code. */
export type ChosenEnterprise = { readonly id: string | null; readonly code: string; readonly name: string };
type Props = {
  id: string;
  label: string;
  invalid: boolean;
  value: ChosenEnterprise | null;
  onChange: (enterprise: ChosenEnterprise | null) => void;
};
const SHOWN = 8;

/** Chooses an enterprise by part of its name, its initials or its credit code; a whole code will do where the register has none. */
export function EnterprisePicker({ id, label, invalid, value, onChange }: Props) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const asked = useSettled(typed.trim());
  const { data } = useQuery({
    queryKey: ['enterprises', 'picker', asked],
    queryFn: ({ signal }) => api.get<EnterprisePage>(`/api/enterprises${query({ q: asked, limit: SHOWN })}`, signal),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  });
  const code = creditCodeOf(typed);
  const found: ChosenEnterprise[] = (typed.trim() ? (data?.rows ?? []) : []).filter(({ closedAt }) => !closedAt);
  const unknown = creditCodeFault(code) === null && !found.some((one) => one.code === code);
  const all = [...found, ...(unknown ? [{ id: null, code, name: '' }] : [])];
  const none = asked !== '' && asked === typed.trim() && data !== undefined && all.length === 0;
  const options = (all.length || !value ? all : [value]).map((one) => ({
    value: one.code,
    label: one.name ? `${one.name} ${one.code}` : t('web.register.enterprise.by-code', { code: one.code }),
  }));
  return (
    <div>
      <SearchSelect
        id={id}
        label={label}
        placeholder={t('web.register.enterprise.pick')}
        invalid={invalid}
        options={options}
        onSearch={setTyped}
        value={value?.code}
        onChange={(chosen) => {
          const one = all.find((each) => each.code === chosen);
          onChange(one ? { id: one.id, code: one.code, name: one.name } : null);
        }}
      />
      <output className={units['none']}>{none && t('web.register.enterprise.none')}</output>
    </div>
  );
}
