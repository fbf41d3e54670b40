import { Link } from '@tanstack/react-router';
import { unitsOfTree } from '../../../src/matters/trees/share.rules.ts';
import type { TreeNode } from '../../../src/matters/trees/tree.contract.ts';
import { useT } from '../../i18n/language.tsx';
import { useUnits } from '../../units/useUnits.ts';
import style from './Plans.module.css';

/** The units of a plan, each with how many matters it has: a way to its sheet. */
export function UnitsOf({ nodes }: { nodes: readonly TreeNode[] }) {
  const t = useT();
  const { unitName } = useUnits();
  return (
    <section aria-labelledby="units" className={style['units']}>
      <h2 id="units">{t('trees.units')}</h2>
      <ul>
        {unitsOfTree(nodes).map(({ unit, n }) => (
          <li key={unit}>
            <Link from="/plans" to="/plans" search={(now) => ({ ...now, unit })}>
              {unitName(unit)} {n}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
