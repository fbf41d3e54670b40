import type { TargetView } from '../../src/matters/targets/target.contract.ts';
import { decimalOf, millionths } from '../../src/kernel/quantity.rules.ts';
import { kilometres } from '../../src/matters/targets/away.rules.ts';
import { useFormat } from '../format/useFormat.ts';
import { useLanguage } from '../i18n/language.tsx';
import { Curve } from './Curve.tsx';
import { useMeasureText } from './useMeasureText.ts';
import style from './Works.module.css';

/** One target: how far it is, by how much it falls short, and the curve; every number of it in a table besides. */
export function Target({ target }: { target: TargetView }) {
  const { t, language } = useLanguage();
  const { day, instant } = useFormat();
  const text = useMeasureText();
  const { name, quantity, in: unit, by, standing, readings, plan, start, sense } = target;
  const last = readings.at(-1);
  return (
    <section className={style['target']} aria-label={name[language]}>
      <p className={style['head']}>
        <strong>{name[language]}</strong>
        <span>
          {t(sense === 'most' ? 'works.promised.most' : 'works.promised', {
            quantity: text(quantity, unit),
            by: day(by),
          })}
          {start !== null && ` · ${t('works.from', { start: text(start, unit) })}`}
        </span>
      </p>
      {standing && last ? (
        <p>
          {t(start === null ? 'works.read' : 'works.read.level', {
            day: day(standing.on),
            value: text(last.value, unit),
            percent: standing.percent,
          })}{' '}
          {standing.short && (
            <strong className={style['short']}>
              {t(sense === 'most' ? 'works.above' : 'works.short', { n: text(standing.short, unit) })}
            </strong>
          )}
          {standing.ahead && t(sense === 'most' ? 'works.below' : 'works.ahead', { n: text(standing.ahead, unit) })}
          {!standing.short && !standing.ahead && t('works.even')}
          {last.odd !== null && <Odd target={target} last={last} />}
        </p>
      ) : (
        <p className="quiet">{t('works.unread')}</p>
      )}
      <Curve target={target} />
      <details>
        <summary>{t('works.table')}</summary>
        <table className={style['table']}>
          <thead>
            <tr>
              <th scope="col">{t('works.day')}</th>
              <th scope="col">{t('works.planned')}</th>
              <th scope="col">{t('works.fact')}</th>
              <th scope="col">{t('works.said')}</th>
            </tr>
          </thead>
          <tbody>
            {linesOf(plan, readings).map(({ key, on, planned, value, reason, position, away, taken, files }) => (
              <tr key={key}>
                <th scope="row">{day(on)}</th>
                <td>{planned && text(planned, unit)}</td>
                <td>{value && text(value, unit)}</td>
                <td>
                  {[
                    reason,
                    files ? t('web.story.files', { n: files }) : null,
                    taken === undefined ? null : t('works.taken', { at: instant(taken) }),
                    away === undefined ? null : t('works.away', { km: kilometres(away) }),
                    position && t('works.position.at', { ...position, metres: position.accuracy }),
                  ]
                    .filter(Boolean)
                    .join('；')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

/** What is odd about the last reading, and why it is so: beside the number, as whoever reads the number alone is misled. */
function Odd({ target, last }: { target: TargetView; last: TargetView['readings'][number] }) {
  const { t } = useLanguage();
  const text = useMeasureText();
  const beyond = millionths(last.value) - millionths(target.quantity);
  const over = target.start === null && beyond > 0n;
  return (
    <span className={style['odd']}>
      {[
        over ? t('works.over', { n: text(decimalOf(beyond), target.in) }) : t('works.odd'),
        last.reason && t('works.odd.why', { reason: last.reason }),
      ]
        .filter(Boolean)
        .join(t('web.story.comma'))}
    </span>
  );
}

type Line = Partial<Omit<TargetView['readings'][number], 'on'>> & { key: string; on: string; planned?: string };

/** The points of the plan and the readings, in the order of days. */
const linesOf = (plan: TargetView['plan'], readings: TargetView['readings']): Line[] =>
  [
    ...plan.map(({ on, quantity }): Line => ({ key: `plan ${on}`, on, planned: quantity })),
    ...readings.map((reading): Line => ({ key: reading.act, ...reading })),
  ].toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
