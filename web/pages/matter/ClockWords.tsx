import type { ClockTold } from '../../../src/matters/contract.ts';
import { hourOf } from '../../../src/matters/life/ends.rules.ts';
import { cityDay } from '../../format/day.ts';
import { limitText } from '../../format/limitText.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useT } from '../../i18n/language.tsx';
import { rungText } from '../../slips/rungText.ts';
import style from './Clocks.module.css';

/** A clock in words: when it runs out or how it ended, what it waits for, its pauses and the other days that it was given. */
export function ClockWords({ clock }: { clock: ClockTold }) {
  const t = useT();
  const { day } = useFormat();
  const lines = [
    ...whenLines(),
    ...(clock.freed === null ? [] : [t('clock.freed', { due: day(clock.due), reason: clock.freed })]),
    ...(clock.stoppedAt || clock.slip === 'lapsed'
      ? []
      : [t('clock.waits', { acts: clock.waitsFor.map((kind) => t(`matter.act.${kind}`)) })]),
    ...(clock.next === null ? [] : [t('clock.next', { day: day(clock.next.day), what: rungText(clock.next, t) })]),
    ...clock.pauses.flatMap(({ from, until }) =>
      until === null ? [] : [t('clock.pause', { from: day(from), until: day(until) })],
    ),
    ...clock.moves.map(({ kind, on, from, to }) =>
      t(kind === 'grant' ? 'clock.extended' : 'clock.moved', { on: day(on), from: day(from), to: day(to) }),
    ),
  ];
  return (
    <div className={style['words']}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );

  function whenLines(): string[] {
    const hour = hourOf(clock);
    if (clock.stoppedAt) return [t('web.clock.stopped', { on: day(cityDay(clock.stoppedAt)), due: day(clock.due) })];
    if (clock.pausedOn && clock.dueIfResumed) {
      const left = clock.workdaysLeft ?? 0;
      const held = left < 0 ? 'web.clock.paused.over' : 'web.clock.paused';
      return [
        t(held, { on: day(clock.pausedOn), n: Math.abs(left) }),
        t('clock.resumed', { due: day(clock.dueIfResumed), hour }),
      ];
    }
    const limit = limitText(t, clock.limit);
    return [t('web.clock.runs', { from: day(cityDay(clock.startedAt)), due: day(clock.due), hour, limit })];
  }
}
