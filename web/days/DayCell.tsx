import type { CalendarDay } from '../../src/matters/calendars/calendar.contract.ts';
import { useT } from '../i18n/language.tsx';
import style from './DayCalendar.module.css';

type Props = {
  day: string;
  known: CalendarDay | undefined;
  /** The day in words, with what the calendar says of it. */
  label: string;
  within: boolean;
  chosen: boolean;
  /** Where the arrow keys stand. */
  here: boolean;
  today: boolean;
  /** Not to be chosen. */
  off: boolean;
  choose: () => void;
  /** Called as the cursor or the focus comes and goes. */
  point: (at: boolean) => void;
  /** Follows a key; tells whether it led anywhere. */
  walk: (key: string, shift: boolean) => boolean;
};

/** One day: its number, and 休 or 班 where it isn't what its weekday says. */
export function DayCell({ day, known, label, within, chosen, here, today, off, choose, point, walk }: Props) {
  const t = useT();
  const usual = !known || known.kind === 'workday' || known.kind === 'weekend';
  return (
    <td aria-selected={chosen}>
      <button
        type="button"
        className={style['day']}
        tabIndex={here ? 0 : -1}
        aria-label={label}
        aria-current={today ? 'date' : undefined}
        aria-disabled={off}
        title={label}
        data-day={day}
        data-within={within}
        data-chosen={chosen}
        data-working={known?.working ?? true}
        onClick={() => {
          if (!off) choose();
        }}
        onFocus={() => point(true)}
        onPointerEnter={() => point(true)}
        onPointerLeave={() => point(false)}
        onKeyDown={(event) => {
          if (walk(event.key, event.shiftKey)) event.preventDefault();
        }}
      >
        {Number(day.slice(8))}
        {!usual && (
          <span aria-hidden="true" className={style['mark']} data-working={known.working}>
            {t(known.working ? 'web.day.mark.worked' : 'web.day.mark.off')}
          </span>
        )}
      </button>
    </td>
  );
}
