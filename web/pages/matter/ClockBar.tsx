import type { ClockTold, MatterView } from '../../../src/matters/contract.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { officeOf } from '../../story/officeOf.ts';
import { Slip } from '../../slips/Slip.tsx';
import { useUnits } from '../../units/useUnits.ts';
import { ClockWords } from './ClockWords.tsx';
import style from './Clocks.module.css';

const percent = (share: number): string => `${Math.max(0, Math.min(1, share)) * 100}%`;

/**
 * One clock as a bar: how much of its time is used, hatched where it stood still, where the limit is and where it was before it
 * was given another day; below it the same in words.
 */
export function ClockBar({ clock, view }: { clock: ClockTold; view: MatterView }) {
  const { t, language } = useLanguage();
  const { unitName } = useUnits();
  // A clock that stands still is as long as it would be if it went on now, and used up to today, the pause included.
  const used = clock.pausedOn ? (clock.pauses.at(-1)?.share[1] ?? clock.spent) : clock.spent;
  // An overdue bar is as long as the time used; the mark shows where on it the limit was, so that it is seen on day one too.
  const over = clock.slip === 'overdue' || used > 1;
  const whole = over ? Math.max(used, 1 / 0.94) : 1;
  const who = clock.seat ? t('web.clock.of.raised') : clock.unit ? unitName(clock.unit) : t(officeOf(view));
  const name = view.clockNames[clock.clock]?.[language] ?? clock.clock;
  return (
    <li className={style['clock']} data-slip={clock.slip}>
      <div className={style['head']}>
        <span>
          {who}·{name}
        </span>
        <Slip slip={clock.slip} left={clock.workdaysLeft} />
      </div>
      <div className={style['bar']} data-drawn="bar" aria-hidden="true">
        <div className={style['spent']} style={{ width: percent(over ? 1 : used) }} />
        {over && <div className={style['over']} style={{ left: percent(1 / whole) }} />}
        {clock.pauses.map(({ from, share: [start, end] }) => (
          <div
            key={from}
            className={style['pause']}
            style={{ left: percent(start / whole), width: percent((end - start) / whole) }}
          />
        ))}
        {clock.moves.map(({ from, on, share }) => (
          <div key={`${on} ${from}`} className={style['former']} style={{ left: percent(share / whole) }} />
        ))}
        <div className={style['limit']} style={{ left: `calc(${percent(1 / whole)} - 2px)` }} />
      </div>
      <ClockWords clock={clock} />
    </li>
  );
}
