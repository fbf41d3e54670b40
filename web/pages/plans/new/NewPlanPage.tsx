import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { PlanRead } from '../../../../src/intake/plans/plan.contract.ts';
import field from '../../../acts/Field.module.css';
import { api } from '../../../api.ts';
import { DropArea } from '../../../files/DropArea.tsx';
import { Button } from '../../../frame/Button.tsx';
import { Nothing } from '../../../frame/Nothing.tsx';
import { Page } from '../../../frame/Page.tsx';
import { useT } from '../../../i18n/language.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import { treesQuery } from '../plans.queries.ts';
import { PlanReview } from './PlanReview.tsx';
import style from './NewPlan.module.css';

/** A plan's document is pasted or handed in, read into a tree, looked over, and published as a whole. */
export function NewPlanPage() {
  const t = useT();
  const trees = useQuery(treesQuery);
  const [text, setText] = useState('');
  const [read, setRead] = useState<PlanRead | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const take = async (reading: Promise<PlanRead>) => {
    setFault(null);
    setBusy(true);
    try {
      setRead(await reading);
    } catch (error) {
      setFault(error);
    } finally {
      setBusy(false);
    }
  };
  const kind = trees.data?.kinds.find(({ leaf }) => leaf);
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
      {!read && (
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
              onChange={(event) => setText(event.target.value)}
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
        </div>
      )}
      {fault !== null && <Fault error={fault} />}
      {read && kind?.leaf && (
        <PlanReview
          read={read}
          kinds={{ kind: kind.key, leaf: kind.leaf.key, target: kind.leaf.target }}
          onAgain={() => setRead(null)}
        />
      )}
    </Page>
  );
}
