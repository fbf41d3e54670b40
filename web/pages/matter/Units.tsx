import type { MatterView } from '../../../src/matters/contract.ts';
import { cityDay } from '../../format/day.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useT } from '../../i18n/language.tsx';
import { useUnits } from '../../units/useUnits.ts';
import style from './Units.module.css';

/** The units side by side, each with what it has said and since when. */
export function Units({ view }: { view: MatterView }) {
  const t = useT();
  const { day } = useFormat();
  const { unitName } = useUnits();
  if (!view.units.length) return <p className="quiet">{t('web.lead.none')}</p>;
  const units = view.units.toSorted((a, b) => Number(b.part === 'lead') - Number(a.part === 'lead'));
  return (
    <section aria-label={t('web.units')}>
      <ul className={style['units']}>
        {units.map(({ unit, part, stance, since, bounces }) => (
          <li key={unit} data-part={part} data-stance={stance}>
            <span className={style['part']}>{t(`matter.part.${part}`)}</span>
            <span className={style['name']}>{unitName(unit)}</span>
            <span className={style['stance']}>
              {t(`matter.stance.${stance}`)} <span className={style['since']}>{day(cityDay(since))}</span>
              {bounces > 0 && <span className={style['bounces']}>{t('web.count.bounces', { n: bounces })}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
