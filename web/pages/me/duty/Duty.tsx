import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DutyRoster } from '../../../../src/duties/duty.contract.ts';
import { addDays } from '../../../../src/kernel/day.ts';
import { api, query } from '../../../api.ts';
import { useToday } from '../../../format/today.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { useT } from '../../../i18n/language.tsx';
import { useSession } from '../../../session/session.ts';
import style from './Duty.module.css';

const DAYS = 27;

/** Who of my unit is on duty in the four weeks from today on; nothing where it keeps nobody on duty. */
export function Duty() {
  const t = useT();
  const { day } = useFormat();
  const today = useToday();
  const { caller } = useSession();
  const { data } = useQuery({
    queryKey: ['duties', caller.unit, today],
    queryFn: ({ signal }) =>
      api.get<DutyRoster>(
        `/api/duties${query({ unit: caller.unit ?? undefined, from: today, to: addDays(today, DAYS) })}`,
        signal,
      ),
    enabled: caller.unit !== null,
  });
  if (!data?.rules.length) return null;
  return (
    <section aria-labelledby="duty">
      <h2 id="duty">{t('duties.title')}</h2>
      <dl className={style['days']}>
        {data.days.map(({ day: on, people }) => (
          <div key={on} data-mine={people.some(({ seat }) => seat === caller.seat)}>
            <dt>{day(on)}</dt>
            <dd>{people.map(({ name }) => name).join(t('documents.comma'))}</dd>
          </div>
        ))}
      </dl>
      <p>
        <Link to="/duties">{t('duties.all')}</Link>
      </p>
      {data.skipped.length > 0 && (
        <p className="quiet">{t('duties.skipped', { days: data.skipped.map((on) => day(on)) })}</p>
      )}
    </section>
  );
}
