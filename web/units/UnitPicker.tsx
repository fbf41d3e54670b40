import { Select } from 'antd';
import { useMemo, useState } from 'react';
import { inMain } from '../frame/inMain.ts';
import { useT } from '../i18n/language.tsx';
import style from './UnitPicker.module.css';
import { fits, wordsOf } from './unitWords.ts';
import { useUnits } from './useUnits.ts';

type Common = {
  id?: string;
  label: string;
  among?: readonly string[] | undefined;
  invalid?: boolean;
  size?: 'small' | 'middle';
  placeholder?: string;
  /** One must stand there: another may be chosen, and none may not. */
  must?: boolean | undefined;
};
type One = Common & { many?: false; value: string | null; onChange: (unit: string | null) => void };
type Many = Common & { many: true; value: readonly string[]; onChange: (units: string[]) => void };

/** Chooses one unit or several by typing part of a name, or of its pinyin. `among` narrows the choice; without it: all of the city's. */
export function UnitPicker(props: One | Many) {
  const t = useT();
  const { units } = useUnits();
  const { among } = props;
  const [typed, setTyped] = useState('');
  const options = useMemo(
    () =>
      units
        .filter((unit) => (among ? among.includes(unit.id) : !unit.retiredAt))
        .map((unit) => ({
          value: unit.id,
          label: unit.shortName ?? unit.name,
          title: unit.name,
          words: wordsOf(unit),
        })),
    [units, among],
  );
  const none = typed !== '' && !options.some(({ words }) => fits(words, typed));
  const common = {
    ...(props.id ? { id: props.id } : {}),
    'aria-label': props.label,
    placeholder: props.placeholder ?? t('web.unit.pick'),
    showSearch: {
      filterOption: (typed: string, option?: { words: string }) => option !== undefined && fits(option.words, typed),
      onSearch: (words: string) => setTyped(words.trim()),
    },
    // An empty list would be a listbox without options, which no screen reader can make sense of; the words stand below.
    notFoundContent: null,
    getPopupContainer: inMain,
    options,
    allowClear: !props.must,
    style: { width: '100%' },
    size: props.size ?? 'middle',
    ...(props.invalid ? { status: 'error' as const } : {}),
  };
  return (
    <div>
      {props.many ? (
        <Select
          {...common}
          mode="multiple"
          value={[...props.value]}
          onChange={(units: string[]) => props.onChange(units)}
        />
      ) : (
        <Select
          {...common}
          value={props.value ?? undefined}
          onChange={(unit?: string) => props.onChange(unit ?? null)}
        />
      )}
      <output className={style['none']}>{none && t('web.unit.none')}</output>
    </div>
  );
}
