import type { MatterView } from '../../../src/matters/contract.ts';
import { useT } from '../../i18n/language.tsx';
import { UnitCard } from './UnitCard.tsx';
import style from './Units.module.css';
import { unitsShown } from './unitsShown.ts';

/** The units side by side, the lead unit first: what each has said, its clock, and its last word; of very many, most folded. */
export function Units({ view }: { view: MatterView }) {
  const t = useT();
  if (!view.units.length) {
    const may = view.acts.some((choice) => choice.kind === 'assign' && choice.allowed);
    return <p className="quiet">{t(may ? 'web.lead.none.assign' : 'web.lead.none.wait')}</p>;
  }
  const { seen, rest } = unitsShown(view.units, view.clocks);
  const stances = [...Map.groupBy(rest, ({ stance }) => stance)];
  const card = (unit: MatterView['units'][number]) => <UnitCard key={unit.unit} unit={unit} view={view} />;
  return (
    <section aria-label={t('web.units')}>
      <ul className={style['units']}>{seen.map(card)}</ul>
      {rest.length > 0 && (
        <details className={style['rest']}>
          <summary>
            {t('web.units.rest', { n: rest.length })}{' '}
            <span className={style['since']}>
              {stances
                .map(([stance, { length }]) =>
                  t('web.units.rest.stance', { stance: t(`matter.stance.${stance}`), n: length }),
                )
                .join(' · ')}
            </span>
          </summary>
          <ul className={style['units']}>{rest.map(card)}</ul>
        </details>
      )}
    </section>
  );
}
