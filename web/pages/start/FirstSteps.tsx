import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FirstSteps as Steps, SetSteps } from '../../../src/founding/contract.ts';
import { showsSteps, stepsOf } from '../../../src/founding/steps.rules.ts';
import { api } from '../../api.ts';
import { useT } from '../../i18n/language.tsx';
import { useStands, type Stands } from '../workbench/useStands.ts';
import style from './FirstSteps.module.css';
import { StepBody } from './StepBody.tsx';
import { firstStepsQuery } from './steps.queries.ts';

/** What a new city has still to do, as a quiet card: until all is done, or it is put away. The next step is opened. */
export function FirstSteps({ onStands }: { onStands: Stands }) {
  const t = useT();
  const queries = useQueryClient();
  const { data, isLoading } = useQuery(firstStepsQuery);
  useStands(!isLoading, onStands);
  const setting = useMutation({
    mutationFn: (body: SetSteps) => api.put<Steps>('/api/setup/steps', body),
    onSuccess: (now) => queries.setQueryData(firstStepsQuery.queryKey, now),
  });
  if (!data || !showsSteps(data)) return null;
  const steps = stepsOf(data);
  const next = steps.find(({ done }) => !done);
  return (
    <section className={style['card']} aria-labelledby="first-steps">
      <header className={style['head']}>
        <h2 id="first-steps">{t('steps.title', { left: steps.filter(({ done }) => !done).length })}</h2>
        <button type="button" className={style['away']} onClick={() => setting.mutate({ dismissed: true })}>
          {t('steps.dismiss')}
        </button>
      </header>
      <ol className={style['steps']}>
        {steps.map((step) => (
          <li key={step.key} data-done={step.done} aria-current={step === next ? 'step' : undefined}>
            <span className={style['sign']} aria-hidden="true">
              {step.done ? '✓' : ''}
            </span>
            <div>
              <h3>
                {t(`steps.${step.key}`)}
                {step.done && <span className="unseen"> {t('steps.done')}</span>}
              </h3>
              {!step.done && (
                <StepBody step={step.key} at={data} onRulesSeen={() => setting.mutate({ rulesSeen: true })} />
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
