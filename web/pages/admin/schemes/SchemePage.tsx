import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Page } from '../../../frame/Page.tsx';
import { Waiting } from '../../../frame/Waiting.tsx';
import { useLanguage } from '../../../i18n/language.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import { RegisterHistory } from '../story/RegisterHistory.tsx';
import { schemeQuery, schemesQuery } from '../../../schemes/queries.ts';
import { SchemeDesk } from './SchemeDesk.tsx';
import { SchemeVersions } from './SchemeVersions.tsx';

const route = getRouteApi('/desk/admin/schemes/$key');

/** One scheme: its tree under work, how that differs from the version in force, its versions and its history. */
export function SchemePage() {
  const { t, language } = useLanguage();
  const { key } = route.useParams();
  const { data: rows, error } = useQuery(schemesQuery);
  const row = rows?.find((one) => one.key === key);
  const newest = row?.versions[0];
  const { data: inForce } = useQuery({
    ...schemeQuery(key, newest?.version ?? 1),
    enabled: newest !== undefined,
  });
  return (
    <Page
      title={row?.name[language] ?? key}
      lead={newest && t('admin.scheme.lead', { version: newest.version, n: newest.categories })}
    >
      {error && <Fault error={error} />}
      {rows && !row && <p>{t('admin.scheme.unknown', { key })}</p>}
      {!inForce && !error && (!rows || row) && <Waiting lines={8} />}
      {row && inForce && (
        <SchemeDesk
          key={`${key} ${inForce.version}`}
          inForce={inForce}
          below={(take) => (
            <>
              <SchemeVersions row={row} inForce={inForce} onTake={take} />
              <RegisterHistory id={row.entry} />
            </>
          )}
        />
      )}
    </Page>
  );
}
