import { Link } from '@tanstack/react-router';
import type { TreeNode } from '../../../src/matters/trees/tree.contract.ts';
import { useT } from '../../i18n/language.tsx';
import { useUnits } from '../../units/useUnits.ts';
import { useTargetWords } from './useTargetWords.ts';
import style from './Plans.module.css';

/** What falls short itself, that which takes most from the whole first; and what it drags along. */
export function Lagging({ nodes }: { nodes: readonly TreeNode[] }) {
  const t = useT();
  const { unitName } = useUnits();
  const words = useTargetWords();
  const textOf = new Map(nodes.map(({ id, text }) => [id, text]));
  const lags = nodes
    .filter(({ sum, targets }) => targets.length > 0 && sum.standing === 'behind')
    .toSorted((a, b) => Number(b.drags.at(-1)?.points ?? 0) - Number(a.drags.at(-1)?.points ?? 0));
  return (
    <section className={style['lags']} aria-labelledby="lags">
      <h2 id="lags">{lags.length ? t('trees.lags', { n: lags.length }) : t('trees.lags.none')}</h2>
      <ul>
        {lags.map((node) => (
          <li key={node.id}>
            <Link to="/matters/$id" params={{ id: node.id }}>
              {node.text}
            </Link>{' '}
            {node.lead && <span className={style['small']}>{unitName(node.lead)}</span>}{' '}
            {node.targets.map((target) => (
              <strong key={target.target} className={style['short']}>
                {words.short(target)}
              </strong>
            ))}
            <p className={style['small']}>
              {node.drags
                // Less than a tenth of a point is told as none, and that is nothing to tell.
                .filter(({ points }) => Number(points) > 0)
                .map(({ id, points }) => t('trees.drag', { text: textOf.get(id) ?? '', points }))
                .join(t('trees.and'))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
