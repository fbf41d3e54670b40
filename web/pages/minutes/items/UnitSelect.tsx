import { Select } from 'antd';
import { useMemo, useState } from 'react';
import { inMain } from '../../../frame/inMain.ts';
import { useT } from '../../../i18n/language.tsx';
import { fits, wordsOf } from '../../../units/unitWords.ts';
import { useUnits } from '../../../units/useUnits.ts';
import style from './UnitSelect.module.css';

type Common = { label: string; open?: boolean };
type One = Common & { many?: false; value: string | null; onChange: (unit: string | null) => void };
type Many = Common & { many: true; value: readonly string[]; onChange: (units: string[]) => void };

/** Chooses units of the directory by part of a name or of its pinyin. With `open` it is ready to type at once. */
export function UnitSelect(props: One | Many) {
  const t = useT();
  const { units } = useUnits();
  const [typed, setTyped] = useState('');
  const options = useMemo(
    () =>
      units
        .filter((unit) => !unit.retiredAt)
        .map((unit) => ({
          value: unit.id,
          label: unit.shortName ?? unit.name,
          title: unit.name,
          words: wordsOf(unit),
        })),
    [units],
  );
  const none = typed !== '' && !options.some(({ words }) => fits(words, typed));
  const common = {
    'aria-label': props.label,
    placeholder: t('web.unit.pick'),
    showSearch: {
      filterOption: (typed: string, option?: { words: string }) => option !== undefined && fits(option.words, typed),
      onSearch: (words: string) => setTyped(words.trim()),
    },
    // An empty list would be a listbox without options; that there is none stands below.
    notFoundContent: null,
    getPopupContainer: inMain,
    options,
    allowClear: true,
    autoFocus: props.open ?? false,
    defaultOpen: props.open ?? false,
    popupMatchSelectWidth: 280,
    style: { width: '100%', minWidth: 220 },
  };
  return (
    <span className={style['select']}>
      {props.many ? (
        <Select
          {...common}
          mode="multiple"
          value={[...props.value]}
          onChange={(all: string[]) => props.onChange(all)}
        />
      ) : (
        <Select {...common} value={props.value ?? undefined} onChange={(one?: string) => props.onChange(one ?? null)} />
      )}
      <output className={style['none']}>{none && t('web.unit.none')}</output>
    </span>
  );
}
