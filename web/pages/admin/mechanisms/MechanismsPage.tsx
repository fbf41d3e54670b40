import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Nothing } from '../../../frame/Nothing.tsx';
import { Page } from '../../../frame/Page.tsx';
import { Waiting } from '../../../frame/Waiting.tsx';
import { useFormat } from '../../../format/useFormat.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import list from '../List.module.css';
import { mechanismsQuery } from './mechanism.queries.ts';

/** The mechanisms of the city, each with the version in force. */
export function MechanismsPage() {
  const { t, language } = useLanguage();
  const { instant } = useFormat();
  const { data, error, isPending } = useQuery(mechanismsQuery);
  return (
    <Page title={t('admin.nav.mechanisms')} lead={t('admin.mechanisms.lead')} width="reading">
      <p>
        <Link to="/guide/$chair" params={{ chair: 'mechanism' }}>
          {t('admin.mechanism.guide')}
        </Link>
      </p>
      {isPending && <Waiting lines={3} />}
      {error && <Fault error={error} />}
      {data?.length === 0 && <Nothing say={t('admin.mechanisms.none')} />}
      <ul className={`${list['rows']} ${list['columns']}`}>
        {data?.map(({ key, name, versions }) => (
          <li key={key}>
            <Link to="/admin/mechanisms/$key" params={{ key }} className={list['name']}>
              {name[language]}
            </Link>
            <span className="quiet">{key}</span>
            <span className="faint">
              {t('admin.version.in-force', { version: versions[0]!.version, at: instant(versions[0]!.publishedAt) })}
            </span>
            <Link
              to="/admin/mechanisms/$key/copy"
              params={{ key }}
              className={list['act']}
              aria-label={t('admin.mechanism.copy.named', { name: name[language] })}
            >
              {t('admin.mechanism.copy.row')}
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  );
}
