import { Select } from 'antd';
import { useMemo } from 'react';
import { useT } from '../../../i18n/language.tsx';
import { useUnits } from '../../../units/useUnits.ts';
import { initials } from './initials.ts';

type Common = { label: string; open?: boolean };
type One = Common & { many?: false; value: string | null; onChange: (unit: string | null) => void };
type Many = Common & { many: true; value: readonly string[]; onChange: (units: string[]) => void };

/** Chooses units of the directory by part of a name or the initials of its pinyin. With `open` it is ready to type at once. */
export function UnitSelect(props: One | Many) {
  const t = useT();
  const { units } = useUnits();
  const options = useMemo(
    () => units.map(({ id, name }) => ({ value: id, label: name, typed: `${name} ${initials(name)}` })),
    [units],
  );
  const common = {
    'aria-label': props.label,
    placeholder: t('web.unit.pick'),
    notFoundContent: t('web.unit.none'),
    showSearch: { filterOption: matches },
    options,
    allowClear: true,
    autoFocus: props.open ?? false,
    defaultOpen: props.open ?? false,
    popupMatchSelectWidth: 280,
    style: { width: '100%', minWidth: 220 },
  };
  return props.many ? (
    <Select {...common} mode="multiple" value={[...props.value]} onChange={(all: string[]) => props.onChange(all)} />
  ) : (
    <Select {...common} value={props.value ?? undefined} onChange={(one?: string) => props.onChange(one ?? null)} />
  );
}

const matches = (typed: string, option?: { typed: string }): boolean =>
  option?.typed.includes(typed.trim().toLowerCase()) ?? false;
