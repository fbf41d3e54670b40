import { Select } from 'antd';
import { inMain } from '../../frame/inMain.ts';
import { useT } from '../../i18n/language.tsx';
import { roundTitle } from '../round/roundTitle.ts';
import { useLatestRounds } from './useLatestRounds.ts';

type Props = {
  id: string;
  label: string;
  invalid: boolean;
  mechanism: string;
  value: string | null;
  onChange: (round: string | null) => void;
};

/** One of the latest meetings of the mechanism, or none. */
export function RoundChoice({ id, label, invalid, mechanism, value, onChange }: Props) {
  const t = useT();
  const rounds = useLatestRounds();
  const options = rounds
    .filter((round) => round.mechanism === mechanism)
    .map((round) => ({ value: round.id, label: roundTitle(t, round) }));
  return (
    <Select
      id={id}
      allowClear
      aria-label={label}
      getPopupContainer={inMain}
      placeholder={t('web.register.round.none')}
      options={options}
      value={value}
      onChange={(round?: string | null) => onChange(round ?? null)}
      style={{ width: '100%' }}
      {...(invalid ? { status: 'error' as const } : {})}
    />
  );
}
