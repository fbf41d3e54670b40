import type { GateView } from '../../src/matters/gates/gate.contract.ts';
import { cityDay } from '../format/day.ts';
import { useFormat } from '../format/useFormat.ts';
import { useLanguage } from '../i18n/language.tsx';
import { hasToWait, isPassed } from './nextGate.ts';
import { gateId } from './gateId.ts';
import style from './Works.module.css';

const SIGN = { passed: '✓', failed: '✕', lapsed: '○', none: '○' } as const;

/** What is looked at at a gate, and what was found of each when it was inspected last, with what was noted. */
function GateList({ items, last }: Pick<GateView, 'items' | 'last'>) {
  const { t, language } = useLanguage();
  return (
    <details className={style['looked']}>
      <summary>
        {t(last ? 'works.gate.record' : 'works.gate.list', { n: items.length, files: last?.files ?? 0 })}
      </summary>
      <ul>
        {items.map(({ item, name }) => {
          const found = last?.items.find((one) => one.item === item);
          return (
            <li key={item}>
              {name[language]}
              {found && <strong>{` ${t(`works.verdict.${found.verdict}`)}`}</strong>}
              {found?.verdict !== 'fail' && found?.text && ` ${found.text}`}
            </li>
          );
        })}
      </ul>
      {last?.note && <p>{last.note}</p>}
    </details>
  );
}

/** The gates in their order: passed, failed, or not inspected yet, and what was wanting. */
export function Gates({ gates }: { gates: readonly GateView[] }) {
  const { t, language } = useLanguage();
  const { day } = useFormat();
  return (
    <section className={style['targets']} aria-labelledby="gates">
      <h2 id="gates">{t('works.gates')}</h2>
      <ul className={style['gates']}>
        {gates.map((one) => {
          const { gate, name, last, items, times, before, waits } = one;
          const is = last ? (last.lapsed ? 'lapsed' : last.passed ? 'passed' : 'failed') : 'none';
          const wanting = last?.items.filter(({ verdict }) => verdict === 'fail') ?? [];
          return (
            <li key={gate} id={gateId(gate)} className={style['gate']}>
              <span aria-hidden className={style['mark']} data-is={is}>
                {SIGN[is]}
              </span>
              <p>
                <strong>{name[language]}</strong>{' '}
                {t(`works.gate.${is}`, { day: last ? day(cityDay(last.at)) : '', times })}
              </p>
              {wanting.map(({ item, text }) => (
                <p key={item}>
                  {t('works.wanting-is', {
                    item: items.find((one) => one.item === item)?.name[language] ?? item,
                    text: text ?? '',
                  })}
                </p>
              ))}
              {!isPassed(one) && hasToWait(one) && (
                <p className="quiet">
                  {t('works.gate.waits', {
                    what: [
                      ...waits.gates.map((of) => of[language]),
                      ...waits.acts.map((kind) => t(`matter.act.${kind}`)),
                    ],
                  })}
                </p>
              )}
              {is !== 'passed' && before.length > 0 && (
                <p className="quiet">
                  {t('works.gate.before', { acts: before.map((kind) => t(`matter.act.${kind}`)) })}
                </p>
              )}
              <GateList items={items} last={last} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
