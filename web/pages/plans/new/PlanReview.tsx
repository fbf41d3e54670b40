import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { PlanRead } from '../../../../src/intake/plans/plan.contract.ts';
import type { Planted } from '../../../../src/matters/trees/plant.contract.ts';
import type { TreeList } from '../../../../src/matters/trees/tree.contract.ts';
import field from '../../../acts/Field.module.css';
import { api } from '../../../api.ts';
import { Button } from '../../../frame/Button.tsx';
import { useT } from '../../../i18n/language.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import { LeftOut } from './LeftOut.tsx';
import { MissingList } from './MissingList.tsx';
import { PlanRowForm } from './PlanRowForm.tsx';
import {
  another,
  changed,
  isProposed,
  leavesOut,
  missingIn,
  treeItems,
  without,
  type Kinds,
  type Plan,
  type PlanRow,
} from './planRows.ts';
import style from './NewPlan.module.css';

type Props = {
  plan: Plan;
  /** What of the document was not used. */
  left: PlanRead['left'];
  /** What has an amount and became no indicator; not in what was kept on a device before it was told. */
  unread?: PlanRead['unread'];
  kinds: Kinds;
  /** The plans that there are. */
  issued: TreeList['rows'];
  onPlan: (change: (now: Plan) => Plan) => void;
  onAgain: () => void;
  onPublished: () => void;
};

/** What was read, row by row: mended, given to units, and published; what is still missing is told beside the button. */
export function PlanReview({ plan, left, unread = [], kinds, issued, onPlan, onAgain, onPublished }: Props) {
  const t = useT();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [fault, setFault] = useState<Error | null>(null);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const { rows } = plan;
  const missing = missingIn(plan);
  const put = (i: number, change: Partial<PlanRow>) =>
    onPlan((now) => ({ ...now, rows: now.rows.map((row, n) => (n === i ? changed(row, change) : row)) }));
  // What the plan goes by stands above its efforts, where there is any.
  const effort = rows.some(({ principle }) => principle) ? 2 : 1;
  const publish = async () => {
    setFault(null);
    setBusy(true);
    try {
      const items = treeItems(plan, kinds);
      const { id } = await api.post<Planted>('/api/trees', { items });
      onPublished();
      await queries.invalidateQueries({ queryKey: ['trees'] });
      await navigate({ to: '/plans', search: { plan: id } });
    } catch (error) {
      setFault(error as Error);
      setBusy(false);
    }
  };
  const leftOut = rows.flatMap((row, i) => (leavesOut(row) ? [{ n: i + 1, row }] : []));
  const asks = asking && leftOut.length > 0 && missing.length === 0;
  const indicators = rows.filter(({ indicator }) => indicator);
  const lacking = indicators.filter(({ lead }) => !lead).length;
  const proposed = rows.filter(isProposed).length;
  // Issued twice, each indicator is asked for twice.
  const again = issued.find(({ text }) => sameName(text, plan.name));
  const checkAll = () => onPlan((now) => ({ ...now, rows: now.rows.map((row) => ({ ...row, checked: true })) }));
  return (
    <div className={style['review']}>
      <p aria-live="polite">
        {t(effort > 1 ? 'plans.read-so.principle' : 'plans.read-so', {
          efforts: rows.filter(({ depth }) => depth === effort).length,
          measures: rows.filter(({ depth, indicator }) => depth > effort && !indicator).length,
          indicators: indicators.length,
        })}{' '}
        {lacking > 0 && `${t('plans.lacking', { n: lacking })} `}
        <Button size="small" onClick={onAgain}>
          {t('plans.again')}
        </Button>
      </p>
      <p className="quiet">{t('plans.kept')}</p>
      {unread.length > 0 && (
        <details className={style['left']} open>
          <summary>{t('plans.unread', { n: unread.length })}</summary>
          <ul>
            {unread.map((clause) => (
              <li key={clause}>{clause}</li>
            ))}
          </ul>
        </details>
      )}
      {left.length > 0 && (
        <details className={style['left']}>
          <summary>{t('plans.left', { n: left.length })}</summary>
          {left.map((passage, i) => (
            <p key={i}>{passage}</p>
          ))}
        </details>
      )}
      <PlanHead plan={plan} onPlan={onPlan} />
      {proposed > 0 && (
        <p>
          {t('plans.proposed', { n: proposed })}{' '}
          <Button size="small" onClick={checkAll}>
            {t('plans.checked-all')}
          </Button>
        </p>
      )}
      <ol className={style['rows']}>
        {rows.map((row, i) => (
          <PlanRowForm
            key={row.id}
            n={i + 1}
            row={row}
            fault={missing.find(({ n }) => n === i + 1)?.code ?? null}
            onChange={(change) => put(i, change)}
            onRemove={() => onPlan((now) => ({ ...now, rows: without(now.rows, i) }))}
            onAdd={() => onPlan((now) => ({ ...now, rows: now.rows.toSpliced(i + 1, 0, another(row)) }))}
          />
        ))}
      </ol>
      {asks ? (
        <LeftOut
          rows={leftOut}
          doing={{ isPending: busy, error: fault }}
          onPublish={() => void publish()}
          onCancel={() => setAsking(false)}
        />
      ) : (
        <>
          {fault !== null && <Fault error={fault} />}
          <div className={style['foot']}>
            <Button
              type="primary"
              loading={busy}
              disabled={missing.length > 0 || !plan.name.trim() || rows.length === 0}
              // Published without them nobody would know that the text had them.
              onClick={() => (leftOut.length > 0 ? setAsking(true) : void publish())}
            >
              {t('plans.publish', { n: rows.length + 1 })}
            </Button>
            {again && (
              <p className={style['unsure']}>{t('plans.issued-before', { name: again.text, since: again.since })}</p>
            )}
            {missing.length > 0 && <MissingList missing={missing} rows={rows} />}
          </div>
        </>
      )}
    </div>
  );
}

/** Whether two plans have one name, however it is spaced, bracketed or marked. */
const sameName = (a: string, b: string): boolean => lettersOf(a) !== '' && lettersOf(a) === lettersOf(b);
const lettersOf = (name: string): string => name.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

/** What the plan is called, and of which year it is. */
function PlanHead({ plan, onPlan }: Pick<Props, 'plan' | 'onPlan'>) {
  const t = useT();
  return (
    <div className={style['head']}>
      <label>
        <span>{t('plans.name')}</span>
        <input
          className={field['input']}
          maxLength={200}
          value={plan.name}
          onChange={({ target }) => onPlan((now) => ({ ...now, name: target.value }))}
        />
      </label>
      <label>
        <span>{t('plans.year')}</span>
        <input
          className={field['input']}
          inputMode="numeric"
          maxLength={4}
          value={plan.year || ''}
          onChange={({ target }) => onPlan((now) => ({ ...now, year: Number(target.value.replace(/\D/gu, '')) }))}
        />
      </label>
    </div>
  );
}
