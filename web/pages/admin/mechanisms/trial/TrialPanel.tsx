import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { addDays } from '../../../../../src/kernel/day.ts';
import type { TryMechanism } from '../../../../../src/simulation/contract.ts';
import type { Transfer } from '../../../../../src/platform/transfers/contract.ts';
import { uuidv7 } from '../../../../act-id.ts';
import { api } from '../../../../api.ts';
import field from '../../../../acts/Field.module.css';
import { FieldRow } from '../../../../acts/FieldRow.tsx';
import { useToday } from '../../../../format/today.ts';
import { Button } from '../../../../frame/Button.tsx';
import { useLanguage } from '../../../../i18n/language.tsx';
import { Fault } from '../../../../problems/Fault.tsx';
import { Progress } from '../../../../transfers/Progress.tsx';
import { underWay } from '../../../../transfers/transfers.ts';
import style from '../../Admin.module.css';
import { mechanismsQuery } from '../mechanism.queries.ts';
import { TrialResult } from './TrialResult.tsx';

/** A year is what a city knows by heart. */
const BACK_DAYS = 365;
const WATCH_MS = 1_000;

type Props = {
  source: string;
  /** The mechanism whose matters it is tried on unless another is chosen. */
  of: string;
  /** Whether the text is without a fault. */
  fine: boolean;
};

/** Has the text tried on the matters of the last year, and shows what would have been otherwise. It goes on when the page is left. */
export function TrialPanel({ source, of, fine }: Props) {
  const { t, language } = useLanguage();
  const today = useToday();
  const [picked, setChosen] = useState(of);
  const { data } = useQuery(mechanismsQuery);
  // What is sealed is played for nobody.
  const rows = data?.filter(({ sealed }) => !sealed);
  const chosen = rows?.some(({ key }) => key === picked) ? picked : (rows?.[0]?.key ?? picked);
  const begin = useMutation({
    mutationFn: () => {
      const ask: TryMechanism = { id: uuidv7(), source, of: chosen, since: addDays(today, -BACK_DAYS) };
      return api.act<Transfer>('/api/mechanisms/trials', ask);
    },
  });
  const id = begin.data?.id;
  const { data: now } = useQuery({
    queryKey: ['trial', id],
    queryFn: ({ signal }) => api.get<Transfer>(`/api/transfers/${id}`, signal),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (!state.data || underWay(state.data) ? WATCH_MS : false),
  });
  const running = begin.isPending || (id !== undefined && (!now || underWay(now)));
  return (
    <section className={style['section']} aria-labelledby="trial">
      <h2 id="trial">{t('admin.trial')}</h2>
      <p className="quiet">{t('admin.trial.lead')}</p>
      <FieldRow label={t('admin.trial.of')}>
        {(control) => (
          <select
            id={control.id}
            className={field['input']}
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
          >
            {rows?.map(({ key, name }) => (
              <option key={key} value={key}>
                {name[language]}
              </option>
            ))}
          </select>
        )}
      </FieldRow>
      <div className={style['acts']}>
        <Button disabled={!fine} loading={running} onClick={() => begin.mutate()}>
          {t('admin.trial.begin')}
        </Button>
        {running && now && <Progress of={now} />}
      </div>
      {begin.error && <Fault error={begin.error} />}
      <div aria-live="polite">
        {now?.problem && <p>{now.problem}</p>}
        {now?.status === 'done' && <TrialResult key={now.id} transfer={now.id} />}
      </div>
    </section>
  );
}
