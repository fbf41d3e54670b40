import type { CSSProperties } from 'react';
import type { ClockView, MatterView } from '../../../src/matters/contract.ts';
import { cityDay } from '../../format/day.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Slip } from '../../slips/Slip.tsx';
import { useUnits } from '../../units/useUnits.ts';
import style from './Clocks.module.css';

/** One clock as a bar: how much of the limit is used, where the limit is, and in words what it waits for. */
export function ClockBar({ clock, view }: { clock: ClockView; view: MatterView }) {
  const { t, language } = useLanguage();
  const { day } = useFormat();
  const { unitName } = useUnits();
  // An overdue bar is as long as the time used; the mark shows where on it the limit was, so that it is seen on day one too.
  const over = clock.slip === 'overdue' || clock.spent > 1;
  const limitAt = over ? Math.min(94, 100 / clock.spent) : 100;
  const spent = Math.max(0, Math.min(1, clock.spent)) * 100;
  const who = clock.unit ? unitName(clock.unit) : t('web.role.supervisor');
  const name = view.clockNames[clock.clock]?.[language] ?? clock.clock;
  return (
    <li className={style['clock']} data-slip={clock.slip}>
      <div className={style['head']}>
        <span>
          {who}·{name}
        </span>
        <Slip slip={clock.slip} left={clock.workdaysLeft} />
      </div>
      <div className={style['bar']} aria-hidden="true" style={{ '--at': `${limitAt}%` } as CSSProperties}>
        <div className={style['spent']} style={{ width: `${spent}%` }} />
        <div className={style['limit']} style={{ left: `calc(${limitAt}% - 2px)` }} />
      </div>
      <p className="faint">{whenText()}</p>
    </li>
  );

  function whenText(): string {
    const limit = limitText(clock.limit);
    if (clock.stoppedAt) return t('web.clock.stopped', { on: day(cityDay(clock.stoppedAt)), due: day(clock.due) });
    if (clock.pausedOn) {
      const left = clock.workdaysLeft ?? 0;
      return t(left < 0 ? 'web.clock.paused.over' : 'web.clock.paused', { on: day(clock.pausedOn), n: Math.abs(left) });
    }
    return t('web.clock.runs', { from: day(cityDay(clock.startedAt)), due: day(clock.due), limit });
  }

  /** `2 workdays` in words; `due` is the date that the assignment names. */
  function limitText(limit: string): string {
    const [n, unit] = limit.split(' ');
    if (!unit) return t('web.limit.due');
    return t(unit.startsWith('workday') ? 'web.limit.workdays' : 'web.limit.days', { n: Number(n) });
  }
}
