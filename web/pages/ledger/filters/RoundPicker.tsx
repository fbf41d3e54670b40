import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { inMain } from '../../../frame/inMain.ts';
import { useT } from '../../../i18n/language.tsx';
import { roundsQuery } from './rounds.ts';

type Props = { label: string; value: string | undefined; onChange: (round: string | undefined) => void };

/** The latest meetings to choose from; an older one is reached from its own page. */
export function RoundPicker({ label, value, onChange }: Props) {
  const t = useT();
  const { data } = useQuery(roundsQuery);
  const options = (data?.rows ?? []).map((round) => ({
    value: round.id,
    label: t('web.round.short', { year: round.year, number: round.number }),
  }));
  return (
    <Select
      allowClear
      getPopupContainer={inMain}
      aria-label={label}
      placeholder={t('ledger.filter.any')}
      options={options}
      value={value}
      onChange={(round?: string) => onChange(round)}
      style={{ width: '100%' }}
    />
  );
}
