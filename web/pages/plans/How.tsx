import type { TreeNode } from '../../../src/matters/trees/tree.contract.ts';
import { decimalOf, millionths } from '../../../src/kernel/quantity.rules.ts';
import { useT } from '../../i18n/language.tsx';
import { Curve } from '../../works/Curve.tsx';
import { useMeasureText } from '../../works/useMeasureText.ts';
import { useSumWords } from './useSumWords.ts';
import style from './Plans.module.css';

/** What the weights add up to, as they are reckoned with: whoever wrote them as percentages sees that they make no hundred. */
function weightsOf(below: readonly TreeNode[]): { sum: string; n: number } {
  const sum = below.reduce((all, { weight }) => all + millionths(weight ?? '1'), 0n);
  return { sum: decimalOf(sum), n: below.filter(({ weight }) => !weight).length };
}

/** How a number of the tree came about: its own readings, its parts, or the mean of what stands below it with all weights. */
export function How({ node, below }: { node: TreeNode; below: readonly TreeNode[] }) {
  const t = useT();
  const done = useSumWords();
  const text = useMeasureText();
  const { targets, parts, sum } = node;
  const unit = targets[0]?.in;
  return (
    <div className={style['explains']}>
      <p>
        <strong>{t('trees.how')}</strong> {t('trees.how.behind', { done: done(sum), planned: sum.planned })}
      </p>
      {parts && unit ? (
        <p>
          {t('trees.how.parts', {
            promised: text(parts.promised, unit),
            read: text(parts.read, unit),
            unread: text(parts.unread, unit),
          })}
        </p>
      ) : (
        targets.length > 0 && <p>{t('trees.how.targets')}</p>
      )}
      {targets.length === 0 && below.length === 0 && <p>{t('trees.how.end')}</p>}
      {targets.length === 0 && below.length > 0 && (
        <>
          <p>{t('trees.how.mean', { n: below.length })}</p>
          {below.some(({ weight }) => weight) && <p>{t('trees.how.weights', weightsOf(below))}</p>}
          <ul>
            {below.map((one) => (
              <li key={one.id}>
                {t('trees.how.row', { text: one.text, share: one.share, done: done(one.sum) })}{' '}
                <span className={style['small']}>
                  {one.weight ? t('trees.how.weight', { weight: one.weight }) : t('trees.how.weight.none')}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {targets.map((target) => (
        <figure key={target.target} className={style['figure']}>
          <figcaption className={style['small']}>{t('trees.curve')}</figcaption>
          <Curve target={target} />
        </figure>
      ))}
    </div>
  );
}
