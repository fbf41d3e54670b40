import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Nothing } from '../../../frame/Nothing.tsx';
import { Page } from '../../../frame/Page.tsx';
import { Waiting } from '../../../frame/Waiting.tsx';
import { useFormat } from '../../../format/useFormat.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import list from '../List.module.css';
import { schemesQuery } from '../../../schemes/queries.ts';
import { SchemeDesk } from './SchemeDesk.tsx';
import { SchemeLessons } from './SchemeLessons.tsx';

const route = getRouteApi('/desk/admin/schemes');

/** The classification schemes of the city, each with the version in force; or the desk on which another is made. */
export function SchemesPage() {
  const { t, language } = useLanguage();
  const { instant } = useFormat();
  const { making } = route.useSearch();
  const { data, error, isPending } = useQuery(schemesQuery);
  if (making)
    return (
      <Page title={t('admin.scheme.new')} lead={t('admin.scheme.new.lead')}>
        <SchemeDesk inForce={null} />
      </Page>
    );
  return (
    <Page
      title={t('admin.nav.schemes')}
      lead={t('admin.schemes.lead')}
      width="reading"
      actions={
        <Link to="/admin/schemes" search={{ making: true }} className={list['act']}>
          {t('admin.scheme.new')}
        </Link>
      }
    >
      {isPending && <Waiting lines={3} />}
      {error && <Fault error={error} />}
      {data?.length === 0 && (
        <Nothing say={t('admin.schemes.none')}>
          <Link to="/admin/schemes" search={{ making: true }}>
            {t('admin.scheme.new')}
          </Link>
        </Nothing>
      )}
      <ul className={`${list['rows']} ${list['columns']}`}>
        {data?.map(({ key, name, versions: [newest] }) => (
          <li key={key}>
            <Link to="/admin/schemes/$key" params={{ key }} className={list['name']}>
              {name[language]}
            </Link>
            <span className="quiet">{t('admin.scheme.count', { n: newest!.categories })}</span>
            <span className="faint">
              {t('admin.version.in-force', { version: newest!.version, at: instant(newest!.publishedAt) })}
            </span>
          </li>
        ))}
      </ul>
      <SchemeLessons />
    </Page>
  );
}
