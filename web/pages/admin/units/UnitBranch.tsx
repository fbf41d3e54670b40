import { Link } from '@tanstack/react-router';
import { useT } from '../../../i18n/language.tsx';
import type { Node } from './tree.ts';
import style from './UnitTree.module.css';

/** Some units beside each other, each with those below it. */
export function UnitBranch({ nodes, chosen }: { nodes: readonly Node[]; chosen: string | undefined }) {
  const t = useT();
  return (
    <ul>
      {nodes.map(({ unit, below }) => (
        <li key={unit.id}>
          <Link
            to="/admin/units"
            search={{ unit: unit.id }}
            className={style['unit']}
            data-retired={Boolean(unit.retiredAt)}
            aria-current={unit.id === chosen ? 'true' : undefined}
          >
            {unit.name}
            {unit.retiredAt && (
              <span className={style['state']}>{t(unit.mergedInto ? 'admin.unit.merged' : 'admin.unit.gone')}</span>
            )}
          </Link>
          {below.length > 0 && <UnitBranch nodes={below} chosen={chosen} />}
        </li>
      ))}
    </ul>
  );
}
