import type { TreeNode } from '../../../src/matters/trees/tree.contract.ts';
import { useT } from '../../i18n/language.tsx';
import style from './Plans.module.css';

const SIGN = { behind: '▼', 'on-plan': '●', unknown: '？' } as const;

/** Where a matter stands, as a sign and a word; and how many below it lag. */
export function Standing({ node: { sum, lagging, hidden } }: { node: TreeNode }) {
  const t = useT();
  return (
    <span className={style['standing']}>
      <span className={style['tag']} data-standing={sum.standing}>
        <span aria-hidden>{SIGN[sum.standing]}</span> {t(`trees.standing.${sum.standing}`)}
      </span>
      {lagging > 0 && <span className={style['small']}>{t('trees.lagging', { n: lagging })}</span>}
      {hidden > 0 && <span className={style['small']}>{t('trees.hidden', { n: hidden })}</span>}
    </span>
  );
}
