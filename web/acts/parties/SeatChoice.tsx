import { useT } from '../../i18n/language.tsx';

/** What a control that asks for a seat is given by its form. */
export type SeatControl = {
  id: string;
  className: string | undefined;
  describedBy: string | undefined;
  invalid: boolean | undefined;
  value: unknown;
  onChange: (seat: string) => void;
};

type Props = SeatControl & { seats: readonly { seat: string; says: string }[] };

/** One of a few seats, each told in words. */
export function SeatChoice({ seats, value, onChange, describedBy, invalid, ...common }: Props) {
  const t = useT();
  return (
    <select
      {...common}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t('web.candidates.choose')}</option>
      {seats.map(({ seat, says }) => (
        <option key={seat} value={seat}>
          {says}
        </option>
      ))}
    </select>
  );
}
