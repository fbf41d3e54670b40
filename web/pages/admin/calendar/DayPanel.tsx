import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { DayOutlook } from '../../../../src/matters/calendars/calendar.contract.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { Button } from '../../../frame/Button.tsx';
import { useLanguage } from '../../../i18n/language.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import style from '../Admin.module.css';
import { RegisterForm, typed } from '../form/RegisterForm.tsx';
import { TextField } from '../form/TextField.tsx';
import { useRegisterAct } from '../form/useRegisterAct.ts';
import { outlookQuery } from './calendar.queries.ts';

/** What falls due on the day, and the way to it: the due days stand whatever the day becomes. */
function DueHere({ day, outlook: { day: is, due, read } }: { day: string; outlook: DayOutlook }) {
  const { t } = useLanguage();
  const freed = is.kind === 'amended' && !is.working;
  return (
    <p>
      {t(freed ? 'admin.calendar.due.freed' : 'admin.calendar.due', { n: due })}{' '}
      {read < due && <>{t('admin.calendar.due.hidden', { n: due - read })} </>}
      {read > 0 && (
        <Link to="/ledger" search={{ scope: 'all', dueFrom: day, dueTo: day }}>
          {t('admin.calendar.due.see', { n: read })}
        </Link>
      )}
    </p>
  );
}

/** One day: what it is and why, and how to make it otherwise. What runs over it is said before. */
export function DayPanel({ day }: { day: string }) {
  const { t, language } = useLanguage();
  const { day: dayName, today } = useFormat();
  const { data, error } = useQuery(outlookQuery(day));
  const [to, setTo] = useState<'working' | 'off' | 'national' | null>(null);
  const amending = useRegisterAct('/api/calendar/amendments', t('admin.calendar.amended', { day: dayName(day) }), () =>
    setTo(null),
  );
  if (error) return <Fault error={error} />;
  if (!data) return null;
  const { kind, working, reason, holiday } = data.day;
  const acts = [working ? 'off' : 'working', ...(kind === 'amended' ? ['national'] : [])] as (
    | 'working'
    | 'off'
    | 'national'
  )[];
  return (
    <section className={style['section']} aria-labelledby="day">
      <h2 id="day">{dayName(day)}</h2>
      <p>
        {[
          t(`admin.calendar.is.${working ? 'working' : 'off'}`),
          t(`admin.calendar.kind.${kind}`),
          reason ?? holiday?.[language],
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {data.due > 0 && <DueHere day={day} outlook={data} />}
      {day < today && <p className="quiet">{t('admin.calendar.past')}</p>}
      {day >= today && to === null && (
        <div className={style['acts']}>
          {acts.map((act) => (
            <Button key={act} onClick={() => setTo(act)}>
              {t(`admin.calendar.make.${act}`)}
            </Button>
          ))}
        </div>
      )}
      {to && (
        <RegisterForm
          kind="amend-day"
          title={t(`admin.calendar.make.${to}`)}
          act={t(`admin.calendar.make.${to}`)}
          lead={[
            t('admin.calendar.running', { n: data.running }),
            ...(to === 'off' && data.due > 0 ? [t('admin.calendar.due.off', { n: data.due })] : []),
          ].join(t('help.between'))}
          doing={amending}
          onCancel={() => setTo(null)}
          onSend={(form) =>
            amending.mutate({
              day,
              working: to === 'national' ? null : to === 'working',
              reason: typed(form, 'reason'),
            })
          }
        >
          <TextField
            label={t('admin.calendar.reason')}
            name="reason"
            required
            maxLength={200}
            hint={t('admin.calendar.reason.hint')}
          />
        </RegisterForm>
      )}
    </section>
  );
}
