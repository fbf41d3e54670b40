import type { WorkRow } from '../../../src/matters/works/works.contract.ts';
import { millionths } from '../../../src/kernel/quantity.rules.ts';
import { useLanguage } from '../../i18n/language.tsx';
import type { Waiting } from '../../outbox/store.ts';
import { useUnits } from '../../units/useUnits.ts';
import { isPassed } from '../../works/nextGate.ts';
import { useMeasureText } from '../../works/useMeasureText.ts';
import style from './Works.module.css';

type Props = {
  rows: readonly WorkRow[];
  chosen: string | undefined;
  acts: readonly Waiting[];
  onChoose: (row: WorkRow) => void;
};

/** Whether more was read of it than was promised; of a level that says nothing. */
const isOver = (value: string | undefined, quantity: string, start: string | null): boolean =>
  value !== undefined && start === null && millionths(value) > millionths(quantity);

/** The sites, each a button: what the map shows to the eye stands here for the keys and for whoever hears the page. */
export function SiteList({ rows, chosen, acts, onChoose }: Props) {
  const { t, language } = useLanguage();
  const { unitName } = useUnits();
  const text = useMeasureText();
  return (
    <ul className={style['sites']} aria-label={t('works.sites')}>
      {rows.map((row) => {
        const waiting = acts.filter(({ matter }) => matter === row.id).length;
        const halted = row.gates.some(({ last }) => last?.halted);
        const passed = row.gates.filter(isPassed).length;
        return (
          <li key={row.id}>
            <button type="button" aria-pressed={row.id === chosen} onClick={() => onChoose(row)}>
              <strong>{row.text}</strong>
              <span className="quiet">
                {[row.area, row.lead && unitName(row.lead), row.stage[language]].filter(Boolean).join(' · ')}
              </span>
              {row.targets.rows.map(({ target, name, in: unit, quantity, start, readings, standing, sense }) => (
                <span key={target}>
                  {name[language]} {text(quantity, unit)}{' '}
                  {standing ? `${standing.percent}%` : <span className="quiet">{t('works.unread')}</span>}{' '}
                  {isOver(readings.at(-1)?.value, quantity, start) && (
                    <span className={style['short']}>{t('works.over.short')}</span>
                  )}
                  {standing?.short && (
                    <span className={style['short']}>
                      {t(sense === 'most' ? 'works.above' : 'works.short', { n: text(standing.short, unit) })}
                    </span>
                  )}
                </span>
              ))}
              <span className={halted ? style['halt'] : 'quiet'}>
                {halted ? t('works.halted.short') : t('works.passed', { n: passed, of: row.gates.length })}
                {row.open > 0 && ` · ${t('works.open', { n: row.open })}`}
                {waiting > 0 && ` · ${t('works.waiting', { n: waiting })}`}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
