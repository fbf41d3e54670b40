import type { MatterView } from '../../../src/matters/contract.ts';
import { cityDay } from '../../format/day.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Slip } from '../../slips/Slip.tsx';
import { useUnits } from '../../units/useUnits.ts';
import style from './Units.module.css';

type Props = { unit: MatterView['units'][number]; view: MatterView };

/** Phases in which nobody waits for a word of a unit any more. */
const DONE: ReadonlySet<string> = new Set(['answered', 'closed']);

/** One unit: its part, what it has said and since when, the next of its clocks to run out, and its last word in one line. */
export function UnitCard({ unit: { unit, part, stance, since, bounces, decision, lastWord }, view }: Props) {
  const { t, language } = useLanguage();
  const { day } = useFormat();
  const { unitName } = useUnits();
  const clock = view.clocks
    .filter((one) => one.unit === unit && !one.stoppedAt)
    .toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))[0];
  const clockName = clock && (view.clockNames[clock.clock]?.[language] ?? clock.clock);
  // Whoever says that it does not apply has answered nothing.
  const waived = part === 'lead' && stance === 'answered' && view.waiver !== null && view.waiver.granted !== false;
  return (
    <li data-part={part} data-stance={stance}>
      <span className={style['part']}>{t(`matter.part.${part}`)}</span>
      <span className={style['name']}>{unitName(unit)}</span>
      <span className={style['stance']}>
        {t(waived ? 'matter.act.waive' : `matter.stance.${stance}`)}{' '}
        <span className={style['since']}>{day(cityDay(since))}</span>
        {bounces > 0 && <span className={style['bounces']}>{t('web.count.bounces', { n: bounces })}</span>}
        {decision && <span className={style['bounces']}>{t(`unit.decision.${decision}`)}</span>}
      </span>
      {clock && (
        <span className={style['clock']}>
          {clock.pausedOn ? clockName : t('unit.clock', { clock: clockName, due: day(clock.due) })}
          <Slip slip={clock.slip} left={clock.workdaysLeft} />
        </span>
      )}
      {lastWord ? (
        <span className={style['word']} title={lastWord.text}>
          <span className={style['said']}>
            {t('unit.said', { what: t(`matter.act.${lastWord.kind}`), on: day(cityDay(lastWord.at)) })}
          </span>{' '}
          {lastWord.text}
        </span>
      ) : (
        <span className={style['word']}>{t(DONE.has(view.row.phase) ? 'unit.no-word.done' : 'unit.no-word')}</span>
      )}
    </li>
  );
}
