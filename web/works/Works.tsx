import type { MatterView } from '../../src/matters/contract.ts';
import { useT } from '../i18n/language.tsx';
import { Gates } from './Gates.tsx';
import { Target } from './Target.tsx';
import style from './Works.module.css';

/** What a matter promises a quantity of, plan and fact; and the gates that its work must pass. */
export function Works({ view: { targets, gates } }: { view: MatterView }) {
  const t = useT();
  return (
    <div className={style['targets']}>
      {targets && (
        <section className={style['targets']} aria-labelledby="targets">
          <h2 id="targets">{t('works.targets')}</h2>
          {targets.rows.length === 0 && <p className="quiet">{t('works.targets.none')}</p>}
          {targets.rows.length > 1 && <Together rows={targets.rows} />}
          {targets.rows.map((target) => (
            <Target key={target.target} target={target} />
          ))}
        </section>
      )}
      {gates && <Gates gates={gates} />}
    </div>
  );
}

/** Quantities of different kinds are not added up: how many were reached, measured, and not yet known. */
function Together({ rows }: { rows: NonNullable<MatterView['targets']>['rows'] }) {
  const t = useT();
  const unknown = rows.filter(({ standing }) => standing === null).length;
  const reached = rows.filter(({ standing }) => standing && Number(standing.percent) >= 100).length;
  const behind = rows.filter(({ standing }) => standing?.short).length;
  return (
    <p>
      {t('works.together', { n: rows.length, reached, behind })}
      {unknown > 0 && ` ${t('works.together.unknown', { n: unknown })}`}
    </p>
  );
}
