import type { Matrix } from '../../../src/matters/catalogues/matrix.contract.ts';
import { tally } from '../../../src/matters/catalogues/matrix.rules.ts';
import { useT } from '../../i18n/language.tsx';
import { standings } from './standings.ts';
import { Sign } from './Sign.tsx';
import style from './Catalogues.module.css';

/** How far the whole list has come, and what the signs in its cells mean. */
export function Totals({ matrix }: { matrix: Matrix }) {
  const t = useT();
  const cells = matrix.items.flatMap((item) => item.cells);
  const { n, done, exempt, waiting, going, late } = tally(cells);
  const items = matrix.items.length;
  const dropped = matrix.items.filter((item) => item.dropped !== null).length;
  const old = cells.filter(({ outworded }) => outworded !== null).length;
  return (
    <>
      <p className={style['told']}>
        {t('catalogues.told', { items, units: matrix.units.length, n, done, exempt, waiting, going })}
        {late > 0 && t('catalogues.told.late', { late })}
        {old > 0 && t('catalogues.told.outworded', { n: old })}
        {dropped > 0 && t('catalogues.told.dropped', { n: dropped })}
      </p>
      <ul className={style['legend']} aria-label={t('catalogues.legend')}>
        {standings.map((standing) => (
          <li key={standing}>
            <Sign standing={standing} /> {t(`catalogues.standing.${standing}`)}
          </li>
        ))}
      </ul>
    </>
  );
}
