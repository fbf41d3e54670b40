import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { useFormat } from '../format/useFormat.ts';
import { useLanguage } from '../i18n/language.tsx';
import style from './DayCalendar.module.css';
import { DayCell } from './DayCell.tsx';
import { dayNote } from './dayNote.ts';
import { DayShortcuts } from './DayShortcuts.tsx';
import { dayByKey, monthOf, sameDayAfter, weeksOf } from './month.ts';
import { MonthHead } from './MonthHead.tsx';
import { placeBy } from './placeBy.ts';
import { useCalendar } from './useCalendar.ts';

type Props = {
  value: string | null;
  /** The first day that may be chosen; null for any. */
  from: string | null;
  /** Whether working days are counted from today. */
  counted: boolean;
  /** Whether it was opened by key, and takes the focus. */
  takesFocus: boolean;
  /** What it stands beside. */
  anchor: RefObject<HTMLElement | null>;
  choose: (day: string) => void;
};

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** A month of the city's working calendar to choose a day from, walked by arrow keys as the pattern for date grids has it. */
export function DayCalendar({ value, from, counted, takesFocus, anchor, choose }: Props) {
  const { t, language } = useLanguage();
  const { day: dayWords, today } = useFormat();
  const [at, setAt] = useState(value ?? today);
  const [pointed, setPointed] = useState<string | null>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const walked = useRef(takesFocus);
  const month = monthOf(at);
  const weeks = weeksOf(month);
  const calendar = useCalendar([today, weeks[0]![0]!, weeks[5]![6]!]);
  useLayoutEffect(() => placeBy(sheet.current!, anchor.current!), [anchor]);
  useEffect(() => {
    if (walked.current) sheet.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus();
  }, [at]);
  useEffect(() => {
    if (takesFocus) sheet.current?.querySelector<HTMLElement>('[tabindex="0"][data-day]')?.focus();
  }, [takesFocus]);

  const walk = (to: string) => {
    walked.current = true;
    setAt(from && to < from ? from : to);
  };
  const turn = (months: number) => {
    walked.current = false;
    setAt(sameDayAfter(at, months));
  };
  const told = pointed ?? at;
  const noteOf = (day: string) => dayNote(t, language, calendar, counted ? today : null, day);
  return (
    // No <dialog>: shown as a popover, that takes the focus, and with it what is being typed into the field.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- see above
    <div ref={sheet} role="dialog" popover="manual" aria-label={t('web.day.calendar')} className={style['sheet']}>
      <MonthHead month={month} turn={turn} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- the pattern for date grids */}
      <table role="grid" aria-label={t('web.day.calendar')}>
        <thead>
          <tr>
            {WEEKDAYS.map((name) => (
              <th key={name} scope="col" aria-label={t(`web.weekday.${name}`)}>
                {t(`web.weekday.${name}.short`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <DayCell
                  key={day}
                  day={day}
                  known={calendar.day(day)}
                  label={[dayWords(day), noteOf(day)].filter(Boolean).join('，')}
                  within={monthOf(day) === month}
                  chosen={day === value}
                  here={day === at}
                  today={day === today}
                  off={from !== null && day < from}
                  choose={() => choose(day)}
                  point={(comes) => setPointed(comes ? day : null)}
                  walk={(key, shift) => {
                    const to = dayByKey(day, key, shift);
                    if (to) walk(to);
                    return to !== null;
                  }}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={style['told']}>
        {dayWords(told)}
        <span>{noteOf(told)}</span>
      </p>
      {calendar.day(told)?.published === false && <p className={style['reckoned']}>{t('web.day.reckoned')}</p>}
      {counted && <DayShortcuts calendar={calendar} today={today} choose={choose} />}
    </div>
  );
}
