import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { TreeNode } from '../../../src/matters/trees/tree.contract.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useUnits } from '../../units/useUnits.ts';
import { How } from './How.tsx';
import { Standing } from './Standing.tsx';
import { SumLine } from './SumLine.tsx';
import { useSumWords } from './useSumWords.ts';
import { useTargetWords } from './useTargetWords.ts';
import style from './Plans.module.css';

type Props = { node: TreeNode; below: readonly TreeNode[]; open: boolean; onToggle: (() => void) | null };

/** One matter of the tree: its numbers, where it stands, and when asked how it is counted. */
export function TreeRow({ node, below, open, onToggle }: Props) {
  const { t, language } = useLanguage();
  const { unitName } = useUnits();
  const words = useTargetWords();
  const done = useSumWords();
  const [how, setHow] = useState(false);
  const { targets } = node;
  // What promises nothing itself has no numbers: its words take their place, and those of no unit the unit's too.
  const bare = targets.length === 0;
  const each = (tell: (target: TreeNode['targets'][number]) => string | null) =>
    targets.map((target) => <span key={target.target}>{tell(target)}</span>);
  return (
    <>
      <tr data-depth={Math.min(node.depth, 4)} data-leaf={targets.length > 0}>
        <th scope="row" colSpan={bare && !node.lead ? 5 : 1} style={{ '--depth': node.depth } as React.CSSProperties}>
          <span className={style['named']}>
            {onToggle ? (
              <button
                type="button"
                className={style['toggle']}
                aria-expanded={open}
                aria-label={`${t(open ? 'trees.close' : 'trees.open')} ${node.text}`}
                onClick={onToggle}
              >
                <span aria-hidden>{open ? '−' : '+'}</span>
              </button>
            ) : (
              <span className={style['toggle']} aria-hidden />
            )}
            <span className={style['what']}>
              <span className={style['small']}>{node.level[language]}</span>{' '}
              <Link to="/matters/$id" params={{ id: node.id }}>
                {node.text}
              </Link>
            </span>
          </span>
        </th>
        {(!bare || node.lead) && (
          <td data-label={t('trees.column.lead')} colSpan={bare ? 4 : 1}>
            {node.lead && unitName(node.lead)}
          </td>
        )}
        {!bare && (
          <>
            <td data-label={t('trees.column.target')} data-cell="target">
              {each(words.promised)}
            </td>
            <td data-label={t('trees.column.planned')} data-cell="planned">
              {each(words.planned)}
            </td>
            <td data-label={t('trees.column.fact')}>
              {each((target) => words.readOf(node, target))}
              {each(words.short).map(
                (short, i) =>
                  targets[i]!.standing?.short && (
                    <strong key={i} className={style['short']}>
                      {short}
                    </strong>
                  ),
              )}
              {targets.map(
                (target) =>
                  target.wanted &&
                  !node.parts && (
                    <span key={target.target} className={style['small']}>
                      {words.wanted(target)}
                    </span>
                  ),
              )}
            </td>
          </>
        )}
        <td data-label={t('trees.column.percent')} data-cell="percent">
          <button
            type="button"
            className={style['how']}
            aria-expanded={how}
            aria-label={`${t('trees.how.of', { text: node.text })}：${done(node.sum)}`}
            onClick={() => setHow(!how)}
          >
            <SumLine node={node} />
          </button>
        </td>
        <td data-cell="standing">
          <Standing node={node} />
        </td>
      </tr>
      {how && (
        <tr className={style['explained']}>
          <td colSpan={7}>
            <How node={node} below={below} />
          </td>
        </tr>
      )}
    </>
  );
}
