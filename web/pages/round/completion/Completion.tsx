import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { RoundRow } from '../../../../src/matters/rounds/round.contract.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { useT } from '../../../i18n/language.tsx';
import { Waiting } from '../../../frame/Waiting.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import { figuresQuery } from '../round.queries.ts';
import { AsOf } from './AsOf.tsx';
import { CompletionSentence } from './CompletionSentence.tsx';
import style from './Completion.module.css';

/** How far the round before has come, as one sentence whose numbers open; now, or as it was at any moment. */
export function Completion({ before }: { before: RoundRow }) {
  const t = useT();
  const { day, instant } = useFormat();
  const { asOf = null } = useSearch({ from: '/desk/rounds/$id' });
  const navigate = useNavigate({ from: '/rounds/$id' });
  const setAsOf = (moment: string | null) =>
    void navigate({ search: moment ? { asOf: moment } : {}, replace: true, resetScroll: false });
  const { data, error } = useQuery(figuresQuery(before.id, asOf));
  return (
    <section className={style['completion']} aria-label={t('documents.completion')}>
      {data ? (
        <p className={style['sentence']} aria-live="polite">
          <CompletionSentence
            intro={t('documents.completion.of', { number: before.number, day: day(before.heldOn) })}
            figures={data}
          />
        </p>
      ) : (
        !error && <Waiting lines={1} />
      )}
      {error && <Fault error={error} />}
      <div className={style['when']}>
        <AsOf asOf={asOf} change={setAsOf} />
        {data && !data.settled && <span>{t('documents.unsettled')}</span>}
        {data && asOf && <span>{t('documents.as-of', { at: instant(data.asOf) })}</span>}
      </div>
    </section>
  );
}
