import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { PlanRead } from '../../../../src/intake/plans/plan.contract.ts';
import field from '../../../acts/Field.module.css';
import { useDraft } from '../../../acts/useDraft.ts';
import { api } from '../../../api.ts';
import { DropArea } from '../../../files/DropArea.tsx';
import { Button } from '../../../frame/Button.tsx';
import { Nothing } from '../../../frame/Nothing.tsx';
import { Page } from '../../../frame/Page.tsx';
import { useT } from '../../../i18n/language.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import { useSession } from '../../../session/session.ts';
import { treesQuery } from '../plans.queries.ts';
import { PlanReview } from './PlanReview.tsx';
import { planOf, withoutPrinciple, type Plan } from './planRows.ts';
import style from './NewPlan.module.css';

/** A plan that is looked over, and what of its document was not used. */
type Review = { plan: Plan; left: PlanRead['left']; unread?: PlanRead['unread'] };

/**
 * A plan's document is pasted or handed in, read into a tree, looked over, and published as a whole. Until then it is kept on this machine for
 * the seat: three hundred rows are not looked over twice because a page was loaded anew.
 */
export function NewPlanPage() {
  const t = useT();
  const trees = useQuery(treesQuery);
  const draft = useDraft(`${useSession().caller.seat}.plan`, { text: '', review: null, again: false });
  const text = String(draft.typed['text']);
  const review = draft.typed['review'] as Review | null;
  const reading = review === null || draft.typed['again'] === true;
  const [fault, setFault] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const kind = trees.data?.kinds.find(({ leaf }) => leaf);
  const take = async (answer: Promise<PlanRead>) => {
    setFault(null);
    setBusy(true);
    try {
      const whole = await answer;
      const read = kind?.guiding == null ? withoutPrinciple(whole) : whole;
      draft.type('review', { plan: planOf(read), left: read.left, unread: read.unread } satisfies Review);
      draft.type('again', false);
    } catch (error) {
      setFault(error);
    } finally {
      setBusy(false);
    }
  };
  if (trees.data && !kind)
    return (
      <Page title={t('plans.title')} width="reading">
        <Nothing say={t('plans.only-office')}>
          <Link to="/plans">{t('trees.title')}</Link>
        </Nothing>
      </Page>
    );
  return (
    <Page title={t('plans.title')} lead={t('plans.lead')} width="wide">
      {trees.error && <Fault error={trees.error} />}
      {reading && (
        <div className={style['source']}>
          <DropArea
            icon="minutes"
            accept=".txt,.docx,.pdf,text/plain"
            words={{ ask: t('plans.drop'), choose: t('plans.choose'), formats: t('plans.file.formats') }}
            busy={busy}
            take={(file) => void take(api.file<PlanRead>('/api/plans/read/file', file))}
          />
          <label className={style['text']}>
            <span>{t('plans.text')}</span>
            <textarea
              className={field['input']}
              rows={12}
              value={text}
              onChange={(event) => draft.type('text', event.target.value)}
            />
          </label>
          <Button
            type="primary"
            loading={busy}
            disabled={!text.trim()}
            onClick={() => void take(api.post<PlanRead>('/api/plans/read', { text }))}
          >
            {t('plans.read')}
          </Button>
          {review && (
            <Button onClick={() => draft.type('again', false)}>{t('plans.back', { name: review.plan.name })}</Button>
          )}
        </div>
      )}
      {fault !== null && <Fault error={fault} />}
      {!reading && kind?.leaf && (
        <PlanReview
          {...review}
          kinds={{ kind: kind.key, leaf: kind.leaf.key, target: kind.leaf.target, guiding: kind.guiding }}
          issued={trees.data?.rows ?? []}
          onPlan={(change) => draft.type('review', { ...review, plan: change(review.plan) })}
          onAgain={() => draft.type('again', true)}
          onPublished={draft.clear}
        />
      )}
    </Page>
  );
}
