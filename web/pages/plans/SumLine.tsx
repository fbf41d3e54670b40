import type { TreeNode } from '../../../src/matters/trees/tree.contract.ts';
import { useT } from '../../i18n/language.tsx';
import { useSumWords } from './useSumWords.ts';
import style from './Plans.module.css';

/** How far a matter has come as a bar: what is known, what may be (hatched), and where its plan stands; beside it the same in words. */
export function SumLine({ node: { sum }, large = false }: { node: TreeNode; large?: boolean }) {
  const t = useT();
  const done = useSumWords();
  const [low, high, planned] = [sum.low, sum.high, sum.planned].map(Number) as [number, number, number];
  return (
    <div className={style['sum']} data-large={large} data-standing={sum.standing}>
      <span className={style['bar']} data-drawn="bar" aria-hidden>
        <span className={style['known']} style={{ width: `${low}%` }} />
        <span className={style['open']} style={{ left: `${low}%`, width: `${high - low}%` }} />
        <span className={style['plan']} style={{ left: `${planned}%` }} />
      </span>
      <span className={style['said']}>
        {done(sum)}
        {large && ` · ${t('trees.planned', { planned: sum.planned })}`}
        {large && sum.unknown !== '0' && ` · ${t('trees.unknown', { unknown: sum.unknown })}`}
      </span>
    </div>
  );
}
