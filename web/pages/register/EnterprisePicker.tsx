import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { AutoComplete } from 'antd';
import { useEffect, useState } from 'react';
import type { EnterprisePage } from '../../../src/directory/enterprises/enterprise.contract.ts';
import { api, query } from '../../api.ts';
import { inMain } from '../../frame/inMain.ts';
import { useSettled } from '../../frame/useSettled.ts';
import { useT, type Translate } from '../../i18n/language.tsx';
import units from '../../units/UnitPicker.module.css';
import { enterpriseFault, enterpriseTyped, isMistyped, type ChosenEnterprise } from './typedEnterprise.ts';

type Props = {
  id: string;
  label: string;
  invalid: boolean;
  value: ChosenEnterprise | null;
  onChange: (enterprise: ChosenEnterprise | null) => void;
};
const SHOWN = 8;

/**
 * Chooses an enterprise by part of its name, its initials or its credit code; a whole code will do where the register has none. What was typed
 * stays there when the field is left, and says what is wrong with it where it is neither.
 */
export function EnterprisePicker({ id, label, invalid, value, onChange }: Props) {
  const t = useT();
  /** What is being typed; null while nobody is in the field. */
  const [typing, setTyping] = useState<string | null>(null);
  const text = typing?.trim() ?? '';
  const asked = useSettled(text);
  const { data } = useFound(asked, SHOWN);
  const code = (value?.id === null && value.code) || '';
  const { data: known } = useFound(code, 1);
  const registered = code ? known?.rows.find((one) => one.code === code) : undefined;
  useEffect(() => {
    if (registered) onChange({ id: registered.id, code, name: registered.name });
  });
  const unlisted = code !== '' && known !== undefined && !registered;
  const found = (text ? (data?.rows ?? []) : []).filter(({ closedAt }) => !closedAt);
  const none = value?.typed && asked !== '' && asked === text && data !== undefined && found.length === 0;
  return (
    <div>
      <AutoComplete
        id={id}
        aria-label={label}
        placeholder={t('web.register.enterprise.pick')}
        // Enter takes the first that is found, as in a list to choose from.
        defaultActiveFirstOption
        // An empty list would be a listbox without options, which no screen reader can make sense of.
        notFoundContent={null}
        getPopupContainer={inMain}
        options={found.map((one) => ({ value: one.code, label: `${one.name} ${one.code}` }))}
        showSearch={{
          filterOption: false,
          onSearch: (typed) => {
            setTyping(typed);
            onChange(enterpriseTyped(typed));
          },
        }}
        allowClear
        style={{ width: '100%' }}
        {...(invalid ? { status: 'error' as const } : {})}
        value={typing ?? shown(value)}
        onSelect={(chosen: string) => {
          const one = found.find((each) => each.code === chosen);
          setTyping(null);
          if (one) onChange({ id: one.id, code: one.code, name: one.name });
        }}
        onClear={() => {
          setTyping(null);
          onChange(null);
        }}
        onBlur={() => setTyping(null)}
      />
      <output className={units['none']}>{!invalid && said(t, value, { left: typing === null, unlisted, none })}</output>
    </div>
  );
}

const shown = (value: ChosenEnterprise | null): string =>
  value?.typed ?? [value?.name, value?.code].filter(Boolean).join(' ');

/** What is said below the field: a mistyped code at its last sign, what is no enterprise when the field is left. */
function said(
  t: Translate,
  value: ChosenEnterprise | null,
  { left, unlisted, none }: { left: boolean; unlisted: boolean; none: unknown },
): string | undefined {
  if (unlisted) return t('web.register.enterprise.by-code', { code: value!.code });
  if (value?.typed && (left || isMistyped(value.typed))) return enterpriseFault(t, value);
  return none ? t('web.register.enterprise.none') : undefined;
}

const useFound = (asked: string, limit: number) =>
  useQuery({
    queryKey: ['enterprises', 'picker', asked, limit],
    queryFn: ({ signal }) => api.get<EnterprisePage>(`/api/enterprises${query({ q: asked, limit })}`, signal),
    enabled: asked !== '',
    ...(limit > 1 ? { placeholderData: keepPreviousData } : {}),
  });
