import type { KeyboardEvent } from 'react';
import type { CalendarDay } from '../../../../src/matters/calendars/calendar.contract.ts';
import { useT } from '../../../i18n/language.tsx';
import { MonthTable } from './MonthTable.tsx';
import style from './YearWall.module.css';
import { monthsOf } from './year.ts';

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** Moves the focus from day to day; one day of each month is reached with the tabulator. */
function step(event: KeyboardEvent<HTMLElement>): void {
  const by = STEPS[event.key];
  if (by === undefined) return;
  const days = [...event.currentTarget.querySelectorAll<HTMLElement>('a[data-day]')];
  const next = days[days.indexOf(document.activeElement as HTMLElement) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

type Props = { days: readonly CalendarDay[]; year: number; chosen: string | undefined };

/** Twelve months on one wall. */
export function YearWall({ days, year, chosen }: Props) {
  const t = useT();
  return (
    <>
      <ul className={style['legend']}>
        {(['holiday', 'makeup', 'amended'] as const).map((kind) => (
          <li key={kind}>
            <span className={style['sample']} data-kind={kind} /> {t(`admin.calendar.kind.${kind}`)}
          </li>
        ))}
      </ul>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys are heard for the links within */}
      <div className={style['wall']} onKeyDown={step}>
        {monthsOf(days).map((month) => (
          <MonthTable key={month.month} month={month} year={year} chosen={chosen} />
        ))}
      </div>
    </>
  );
}
