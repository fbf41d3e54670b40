import type { MatterView } from '../../../src/matters/contract.ts';
import { cityDay } from '../../format/day.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { spentText } from './spentText.ts';
import style from './Stages.module.css';
import { Way } from './Way.tsx';

/**
 * The way of the matter as a thin line: stages entered with their day and the working days spent there, the one it stands in,
 * those still to come. A stage that lies aside (sent back, disputed) shows only when it was entered.
 */
export function Stages({ view }: { view: MatterView }) {
  const { t, language } = useLanguage();
  const { day } = useFormat();
  const here = view.stages.findIndex((stage) => stage.key === view.row.stage);
  // What is closed, in another matter too, has nothing before it.
  const over = view.row.phase === 'closed';
  const way = view.stages.filter((stage, i) => stage.enteredAt || i === here || (i > here && !stage.aside && !over));
  const at = way.findIndex((stage) => stage.key === view.row.stage);
  const now = way[at];
  const spentIn = (key: string) => {
    const last = view.way.findLast((leg) => leg.stage === key);
    return last ? spentText(t, last) : '';
  };
  return (
    <div className={style['stages']}>
      <ol className={style['way']} data-drawn="" aria-label={t('web.stages')}>
        {way.map((stage, i) => (
          <li
            key={stage.key}
            data-at={i < at ? 'past' : i === at ? 'here' : 'ahead'}
            aria-current={i === at ? 'step' : undefined}
          >
            <span className={style['dot']} aria-hidden="true" />
            <span className={style['name']}>{stage[language]}</span>
            {stage.enteredAt && i <= at && (
              <>
                <time dateTime={stage.enteredAt}>{day(cityDay(stage.enteredAt))}</time>
                <span className={style['spent']}>{spentIn(stage.key)}</span>
              </>
            )}
          </li>
        ))}
      </ol>
      {now && (
        <p className={style['now']} aria-hidden="true">
          {t('web.stages.at', { at: at + 1, of: way.length, stage: now[language] })}
          {now.enteredAt && <span className="quiet">{day(cityDay(now.enteredAt))}</span>}
        </p>
      )}
      <Way view={view} />
    </div>
  );
}
