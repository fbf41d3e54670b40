import { useRef, useState } from 'react';
import { Button } from '../../../frame/Button.tsx';
import { useT } from '../../../i18n/language.tsx';
import type { KeeperState } from '../review/keeper.ts';
import { groupsOf, type Review } from '../review/review.ts';
import { SaveSign } from '../review/SaveSign.tsx';
import { AssignDialog } from './AssignDialog.tsx';
import { blockersOf, withoutLead } from './blockers.ts';
import { goTo } from './goTo.ts';
import { useAssign } from './useAssign.ts';
import style from './AssignBar.module.css';

type Props = Pick<KeeperState, 'review' | 'sign' | 'error' | 'merged'> & {
  draft: string;
  flush: () => Promise<boolean>;
};

/** How much there is, what is missing, and the act that the whole page is for. */
export function AssignBar({ draft, review, sign, error, merged, flush }: Props) {
  const t = useT();
  const dialog = useRef<HTMLDialogElement>(null);
  const [registerRest, setRegisterRest] = useState(false);
  const assign = useAssign(draft, review, flush);
  const missing = withoutLead(review).length;
  const [blocker] = blockersOf(review, registerRest);
  return (
    <div className={style['bar']}>
      <p className={style['sum']}>{sumOf(t, review, missing)}</p>
      {missing > 0 && (
        <label className={style['rest']}>
          <input type="checkbox" checked={registerRest} onChange={(event) => setRegisterRest(event.target.checked)} />
          {t('documents.assign.register-rest')}
        </label>
      )}
      <span className={style['sign']}>
        <SaveSign sign={sign} error={error} merged={merged} again={() => void flush()} />
      </span>
      {blocker && (
        <button type="button" className={style['why']} id="assign-why" onClick={() => goTo(blocker.at)}>
          {t(`documents.block.${blocker.code}`, { n: blocker.n })}
        </button>
      )}
      <Button
        type="primary"
        size="large"
        disabled={Boolean(blocker) || sign === 'clash'}
        {...(blocker ? { 'aria-describedby': 'assign-why' } : {})}
        onClick={() => dialog.current?.showModal()}
      >
        {t('documents.assign')}
      </Button>
      <AssignDialog ref={dialog} review={review} assign={assign} />
    </div>
  );
}

function sumOf(t: ReturnType<typeof useT>, review: Review, missing: number): string {
  const groups = groupsOf(review);
  const items = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  return t(missing > 0 ? 'documents.assign.sum.missing' : 'documents.assign.sum', {
    items,
    areas: groups.filter(({ area }) => area).length,
    missing,
  });
}
