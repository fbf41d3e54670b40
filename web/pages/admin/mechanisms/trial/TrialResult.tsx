import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { MEASURES, type Told, type Trial } from '../../../../../src/simulation/contract.ts';
import { api } from '../../../../api.ts';
import { useLanguage } from '../../../../i18n/language.tsx';
import way from '../picture/WayTable.module.css';

/** What a trial found: each measure under both files, and the matters that only one of the two has, each to be opened. */
export function TrialResult({ transfer }: { transfer: string }) {
  const { t } = useLanguage();
  const { data } = useQuery({
    queryKey: ['trial', transfer, 'file'],
    queryFn: ({ signal }) => api.get<Trial>(`/api/transfers/${transfer}/file`, signal),
    staleTime: Infinity,
  });
  if (!data) return null;
  const { since, until, matters, measures, clocks, refused, unknown, asDone, unplayable, notAgain } = data;
  if (matters === 0) return <p>{t('admin.trial.nothing', { since, until })}</p>;
  const told = MEASURES.filter((measure) => measures[measure].was || measures[measure].would);
  return (
    <>
      <p>{t('admin.trial.found', { since, until, n: matters })}</p>
      {matters > 0 && told.length + clocks.length === 0 && <p>{t('cli.simulated-nothing').trim()}</p>}
      <div className={way['frame']} hidden={told.length + clocks.length === 0}>
        <table className={way['table']}>
          <caption className="unseen">{t('admin.trial')}</caption>
          <thead>
            <tr>
              {['what', 'was', 'would', 'more', 'fewer'].map((column) => (
                <th key={column} scope="col">
                  {t(`admin.trial.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {told.map((measure) => (
              <tr key={measure}>
                <td>{t(`cli.simulated-${measure}`)}</td>
                <td>{measures[measure].was}</td>
                <td>
                  {measures[measure].unknown
                    ? t('admin.trial.unsure', { n: measures[measure].would, unknown: measures[measure].unknown })
                    : measures[measure].would}
                </td>
                <td>
                  <Matters of={measures[measure].more} />
                </td>
                <td>
                  <Matters of={measures[measure].fewer} />
                </td>
              </tr>
            ))}
            {clocks.map(({ name, was, would }) => (
              <tr key={name}>
                <td>{t('admin.trial.clock', { clock: name })}</td>
                <td>{was}</td>
                <td>{would}</td>
                <td>—</td>
                <td>—</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul>
        {refused.map(({ kind, why, n, example }) => (
          <li key={`${kind} ${why}`}>
            {t('admin.trial.refused', { n, act: t(`matter.act.${kind}`), why })} <Matters of={example} />
          </li>
        ))}
        {unknown.n > 0 && (
          <li>
            {t('admin.trial.unknown', { n: unknown.n })} <Matters of={unknown} />
          </li>
        )}
        {asDone.n > 0 && (
          <li>
            {t('admin.trial.as-done', { n: asDone.n })} <Matters of={asDone} />
          </li>
        )}
        {unplayable.n > 0 && (
          <li>
            {t('admin.trial.unplayable', { n: unplayable.n })} <Matters of={unplayable} />
          </li>
        )}
        {notAgain.map(({ kind, why, n, example }) => (
          <li key={`now ${kind} ${why}`}>
            {t('admin.trial.not-again', { n, act: t(`matter.act.${kind}`), why })} <Matters of={example} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** How many, and those that can be opened. */
const Matters = ({ of: { n, shown } }: { of: Told }) => (
  <>
    {n > 1 && `${n} `}
    {shown.map(({ id, number }) => (
      <span key={id}>
        <Link to="/matters/$id" params={{ id }}>
          {number}
        </Link>{' '}
      </span>
    ))}
  </>
);
