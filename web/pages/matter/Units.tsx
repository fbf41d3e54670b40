import type { MatterView } from '../../../src/matters/contract.ts';
import { useT } from '../../i18n/language.tsx';
import { UnitCard } from './UnitCard.tsx';
import style from './Units.module.css';

/** The units side by side, the lead unit first: what each has said, its clock, and its last word. */
export function Units({ view }: { view: MatterView }) {
  const t = useT();
  if (!view.units.length) {
    const may = view.acts.some((choice) => choice.kind === 'assign' && choice.allowed);
    return <p className="quiet">{t(may ? 'web.lead.none.assign' : 'web.lead.none.wait')}</p>;
  }
  const units = view.units.toSorted((a, b) => Number(b.part === 'lead') - Number(a.part === 'lead'));
  return (
    <section aria-label={t('web.units')}>
      <ul className={style['units']}>
        {units.map((unit) => (
          <UnitCard key={unit.unit} unit={unit} view={view} />
        ))}
      </ul>
    </section>
  );
}
