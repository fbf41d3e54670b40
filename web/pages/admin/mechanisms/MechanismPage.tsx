import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Page } from '../../../frame/Page.tsx';
import { Waiting } from '../../../frame/Waiting.tsx';
import { useLanguage } from '../../../i18n/language.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import style from '../Admin.module.css';
import { RegisterHistory } from '../story/RegisterHistory.tsx';
import { MechanismDesk } from './MechanismDesk.tsx';
import { mechanismsQuery, sourceQuery } from './mechanism.queries.ts';

const route = getRouteApi('/desk/admin/mechanisms/$key');

/** One mechanism: its text under work, what is wrong with it, what it looks like, how it differs from the version in force. */
export function MechanismPage() {
  const { t, language } = useLanguage();
  const { key } = route.useParams();
  const { data: rows, error } = useQuery(mechanismsQuery);
  const row = rows?.find((one) => one.key === key);
  const newest = row?.versions[0]?.version;
  const { data: source } = useQuery({ ...sourceQuery(key, newest ?? 1), enabled: newest !== undefined });
  return (
    <Page
      title={row?.name[language] ?? key}
      lead={newest === undefined ? undefined : t('admin.mechanism.lead', { version: newest })}
    >
      {error && <Fault error={error} />}
      {rows && !row && <p>{t('admin.mechanism.unknown', { key })}</p>}
      {!source && !error && (!rows || row) && <Waiting lines={8} />}
      {row && source && (
        <div className={style['panel']}>
          <p className={style['acts']}>
            <Link to="/admin/mechanisms/$key/copy" params={{ key }}>
              {t('admin.mechanism.copy.row')}
            </Link>
            <Link to="/guide/$chair" params={{ chair: 'mechanism' }}>
              {t('admin.mechanism.guide')}
            </Link>
          </p>
          <MechanismDesk
            key={`${key} ${source.version}`}
            draft={`${key}.${source.version}`}
            begin={source.source}
            before={source.source}
            inForce={{ row, version: source.version }}
            triedOn={key}
          />
          <RegisterHistory id={row.entry} />
        </div>
      )}
    </Page>
  );
}
