import { useState } from 'react';
import type { TreeNode } from '../../../src/matters/trees/tree.contract.ts';
import { Button } from '../../frame/Button.tsx';
import { useNarrow } from '../../frame/useNarrow.ts';
import { useT } from '../../i18n/language.tsx';
import { TreeRow } from './TreeRow.tsx';
import style from './Plans.module.css';

type Props = { nodes: readonly TreeNode[]; only: boolean; onOnly: (only: boolean) => void };

/**
 * The tree as a table whose rows open and close. On a phone each row is a card, and at first only what stands above indicators is open: all of them
 * are twenty screens. Where only what lags is shown all is, or it would lie closed.
 */
export function TreeRows({ nodes, only, onOnly }: Props) {
  const t = useT();
  const parents = new Set(nodes.map(({ parent }) => parent));
  const deepest = nodes.filter(({ id, targets }) => parents.has(id) && targets.length === 0);
  const measures = deepest.filter(({ id }) => !deepest.some(({ parent }) => parent === id)).map(({ id }) => id);
  const narrow = useNarrow();
  // Null while nobody has opened or closed anything.
  const [chosen, setClosed] = useState<ReadonlySet<string> | null>(null);
  const closed = chosen ?? new Set(narrow && !only ? measures : []);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const isShut = (node: TreeNode): boolean => {
    for (let at = node.parent; at !== null; at = byId.get(at)?.parent ?? null) if (closed.has(at)) return true;
    return false;
  };
  const told = nodes.filter((node) => !only || node.lagging > 0 || node.sum.standing !== 'on-plan');
  const toggle = (id: string) =>
    setClosed(closed.has(id) ? new Set([...closed].filter((one) => one !== id)) : new Set([...closed, id]));
  return (
    <section className={style['tree']}>
      <div className={style['bar-of-tree']}>
        <Button size="small" onClick={() => setClosed(new Set())}>
          {t('trees.open-all')}
        </Button>
        <Button size="small" onClick={() => setClosed(new Set(measures))}>
          {t('trees.close-all')}
        </Button>
        <label className={style['only']}>
          <input
            type="checkbox"
            checked={only}
            onChange={(event) => {
              if (event.target.checked) setClosed(null);
              onOnly(event.target.checked);
            }}
          />
          {t('trees.only-lagging')}
        </label>
      </div>
      <table className={style['table']}>
        <thead>
          <tr>
            {(['text', 'lead', 'target', 'planned', 'fact', 'percent', 'standing'] as const).map((key) => (
              <th key={key} scope="col">
                {t(`trees.column.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {told
            .filter((node) => !isShut(node))
            .map((node) => (
              <TreeRow
                key={node.id}
                node={node}
                below={nodes.filter(({ parent }) => parent === node.id)}
                open={!closed.has(node.id)}
                onToggle={parents.has(node.id) ? () => toggle(node.id) : null}
              />
            ))}
        </tbody>
      </table>
    </section>
  );
}
