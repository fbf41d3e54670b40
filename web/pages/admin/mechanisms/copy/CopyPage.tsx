import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Page } from '../../../../frame/Page.tsx';
import { Waiting } from '../../../../frame/Waiting.tsx';
import { useLanguage } from '../../../../i18n/language.tsx';
import { Fault } from '../../../../problems/Fault.tsx';
import style from '../../Admin.module.css';
import { mechanismsQuery, sourceQuery } from '../mechanism.queries.ts';
import { MechanismDesk } from '../MechanismDesk.tsx';
import { copied } from './copied.ts';
import { CopyForm } from './CopyForm.tsx';

const route = getRouteApi('/desk/admin/mechanisms/$key/copy');

/** Another mechanism begun from one that there is: first what it is called, then its text. */
export function CopyPage() {
  const { t, language } = useLanguage();
  const { key } = route.useParams();
  const { as, zh, en } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: rows, error } = useQuery(mechanismsQuery);
  const sample = rows?.find((one) => one.key === key);
  const newest = sample?.versions[0]?.version;
  const { data: source } = useQuery({ ...sourceQuery(key, newest ?? 1), enabled: newest !== undefined });
  const called = as && zh && en ? { key: as, zh, en } : null;
  const name = sample?.name[language] ?? key;
  return (
    <Page
      title={called ? called[language] : t('admin.mechanism.copy', { name })}
      lead={t(called ? 'admin.mechanism.copy.writing' : 'admin.mechanism.copy.lead', { name })}
    >
      {error && <Fault error={error} />}
      {rows && !sample && <p>{t('admin.mechanism.unknown', { key })}</p>}
      {!source && !error && (!rows || sample) && <Waiting lines={8} />}
      {rows && source && (
        <div className={style['panel']}>
          <p>
            <Link to="/guide/$chair" params={{ chair: 'mechanism' }}>
              {t('admin.mechanism.guide')}
            </Link>
          </p>
          {called ? (
            <MechanismDesk
              draft={`copy.${key}.${called.key}`}
              begin={copied(source.source, called, t('admin.mechanism.copy.said', { name, key }))}
              before={source.source}
              inForce={null}
              triedOn={key}
            />
          ) : (
            <CopyForm
              rows={rows}
              onCalled={(given) =>
                void navigate({ search: { as: given.key, zh: given.zh, en: given.en }, replace: true })
              }
            />
          )}
        </div>
      )}
    </Page>
  );
}
