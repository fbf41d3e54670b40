import { useState } from 'react';
import type { NamedSeat } from '../../src/matters/mentions/mention.contract.ts';
import { SearchSelect } from '../frame/SearchSelect.tsx';
import { useT } from '../i18n/language.tsx';
import { useColleagues } from '../mentions/useColleagues.ts';
import { useUnits } from '../units/useUnits.ts';

type Props = {
  id: string;
  label: string;
  invalid: boolean;
  matter: string | undefined;
  value: string;
  onChange: (seat: string) => void;
};

/** Chooses a colleague of the city by part of a name or a unit, or by initials, whether or not they may read the matter yet. */
export function ColleaguePicker({ id, label, invalid, matter = '', value, onChange }: Props) {
  const t = useT();
  const { unitName } = useUnits();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<NamedSeat[]>([]);
  const found = useColleagues(matter, typed.trim() ? typed.trim() : null);
  const all = [...(found ? [...found.barred, ...found.rows] : []), ...chosen];
  const called = ({ unit, title, name }: NamedSeat) => [unit && unitName(unit), title, name].filter(Boolean).join(' ');
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
