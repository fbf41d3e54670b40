import { useState } from 'react';
import type { DutyRoster } from '../../../src/duties/duty.contract.ts';
import { dayText } from '../../format/day.ts';
import { useToday } from '../../format/today.ts';
import { Button } from '../../frame/Button.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { useSession } from '../../session/session.ts';
import style from './Duties.module.css';
import { SwapForm } from './SwapForm.tsx';

/** The days of a month: who is there, which are days off, which weekends are worked; then how often it is whose turn. */
export function Month({ roster, unit }: { roster: DutyRoster; unit: string }) {
  const { t, language } = useLanguage();
  // The month above them says which year it is.
  const dayWords = (day: string) => dayText(day, language, day);
  const today = useToday();
  const { caller } = useSession();
  const [swapping, setSwapping] = useState<string | null>(null);
  const { days, skipped, madeUp, staff, swaps, reckoned } = roster;
  const named = new Map(days.map(({ day, people }) => [day, people]));
  const lacking = new Map(days.map(({ day, lacks }) => [day, lacks]));
  const over = new Set(days.flatMap((one) => (one.over ? [one.day] : [])));
  const all = [...new Set([...named.keys(), ...skipped, ...madeUp])].toSorted();
  const asked = new Set(swaps.filter(({ seat }) => seat === caller.seat).map(({ day }) => day));
  if (all.length === 0) return <p className="quiet">{t('duties.no-days')}</p>;
  return (
    <>
      {reckoned && <p className="quiet">{t('web.day.reckoned')}</p>}
      <ul className={style['days']} aria-label={t('duties.page')}>
        {all.map((day) => {
          const people = named.get(day) ?? [];
          const mine = people.some(({ seat }) => seat === caller.seat);
          const note = skipped.includes(day)
            ? 'duties.off'
            : named.has(day) && people.length === 0
              ? 'duties.nobody'
              : madeUp.includes(day)
                ? 'duties.made-up'
                : null;
          return (
            <li key={day} data-mine={mine} data-off={people.length === 0} data-past={day < today}>
              <span className={style['day']}>
                {dayWords(day)}
                {day === today && <span className={style['mark']}>{t('duties.today')}</span>}
              </span>
              <span>
                {people.map(({ name }) => name).join(t('documents.comma'))}
                {people.length > 0 && (lacking.get(day) ?? []).length > 0 && (
                  <span className="quiet"> {t('duties.lacks', { titles: lacking.get(day) })}</span>
                )}
                {note && <span className="quiet">{t(note)}</span>}
              </span>
              {mine && !over.has(day) && !asked.has(day) && (
                <Button
                  size="small"
                  aria-expanded={swapping === day}
                  aria-label={`${t('duties.swap')} ${dayWords(day)}`}
                  onClick={() => setSwapping(swapping === day ? null : day)}
                >
                  {t('duties.swap')}
                </Button>
              )}
              {swapping === day && <SwapForm unit={unit} day={day} onDone={() => setSwapping(null)} />}
            </li>
          );
        })}
      </ul>
      <section aria-labelledby="duty-counts">
        <h2 id="duty-counts">{t('duties.counts')}</h2>
        <ul className={style['counts']}>
          {staff
            .toSorted((a, b) => b.count - a.count || b.year - a.year)
            .map(({ seat, name, title, count, year }) => (
              <li key={`${seat} ${name}`} data-mine={seat === caller.seat}>
                <span>
                  {name} <span className="quiet">{title}</span>
                </span>
                <span>{t('duties.count', { n: count, year })}</span>
              </li>
            ))}
        </ul>
      </section>
    </>
  );
}
