import { Select } from 'antd';
import { useMemo } from 'react';
import { inMain } from '../frame/inMain.ts';
import { useT } from '../i18n/language.tsx';
import { useUnits } from './useUnits.ts';

type Common = {
  id?: string;
  label: string;
  among?: readonly string[] | undefined;
  invalid?: boolean;
  size?: 'small' | 'middle';
  placeholder?: string;
};
type One = Common & { many?: false; value: string | null; onChange: (unit: string | null) => void };
type Many = Common & { many: true; value: readonly string[]; onChange: (units: string[]) => void };

/** Chooses one unit or several by typing part of a name. `among` narrows the choice; without it: all of the city's. */
export function UnitPicker(props: One | Many) {
  const t = useT();
  const { units } = useUnits();
  const { among } = props;
  const options = useMemo(
    () =>
      units
        .filter((unit) => (among ? among.includes(unit.id) : !unit.retiredAt))
        .map((unit) => ({ value: unit.id, label: unit.name })),
    [units, among],
  );
  const common = {
    ...(props.id ? { id: props.id } : {}),
    'aria-label': props.label,
    placeholder: props.placeholder ?? t('web.unit.pick'),
    showSearch: { optionFilterProp: 'label' },
    notFoundContent: t('web.unit.none'),
    getPopupContainer: inMain,
    options,
    allowClear: true,
    style: { width: '100%' },
    size: props.size ?? 'middle',
    ...(props.invalid ? { status: 'error' as const } : {}),
  };
  return props.many ? (
    <Select
      {...common}
      mode="multiple"
      value={[...props.value]}
      onChange={(units: string[]) => props.onChange(units)}
    />
  ) : (
    <Select {...common} value={props.value ?? undefined} onChange={(unit?: string) => props.onChange(unit ?? null)} />
  );
}
