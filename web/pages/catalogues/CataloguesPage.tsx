import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { mayImport } from '../../../src/intake/sheets/import-access.rules.ts';
import field from '../../acts/Field.module.css';
import { query } from '../../api.ts';
import { useToday } from '../../format/today.ts';
import { Nothing } from '../../frame/Nothing.tsx';
import { Page } from '../../frame/Page.tsx';
import { useNarrow } from '../../frame/useNarrow.ts';
import { Waiting } from '../../frame/Waiting.tsx';
import { useT } from '../../i18n/language.tsx';
import { Fault } from '../../problems/Fault.tsx';
import { useSession } from '../../session/session.ts';
import { ByUnit } from './ByUnit.tsx';
import { cataloguesQuery, matrixQuery } from './catalogues.queries.ts';
import { MatrixTable } from './MatrixTable.tsx';
import { Totals } from './Totals.tsx';
import style from './Catalogues.module.css';

const route = getRouteApi('/desk/catalogues');

/** A list that is published from above, its items by units: a matrix on a desk, one unit at a time on a phone. */
export function CataloguesPage() {
  const t = useT();
  const navigate = useNavigate();
  const narrow = useNarrow();
  const today = useToday();
  const { role } = useSession().caller;
  const { mechanism, list, unit } = route.useSearch();
  const lists = useQuery(cataloguesQuery);
  const rows = lists.data?.rows ?? [];
  const chosen = rows.find((one) => one.mechanism === mechanism && one.catalogue === list) ?? rows[0] ?? null;
  const matrix = useQuery(matrixQuery(chosen));
  const counted = lists.data?.kinds.find(({ key }) => key === chosen?.mechanism)?.counted;
  const error = lists.error ?? matrix.error;
  const bring = mayImport(role) && (
    <Link to="/catalogues/edition" className={style['button']}>
      {t('catalogues.bring')}
    </Link>
  );
  const choose = (at: number) => {
    const one = rows[at]!;
    void navigate({ to: '/catalogues', search: { mechanism: one.mechanism, list: one.catalogue } });
  };
  return (
    <Page
      title={t('catalogues.title')}
      lead={t('catalogues.lead')}
      width="whole"
      actions={
        <>
          {chosen && (
            <a
              className={style['button']}
              href={`/api/catalogues/table${query({ mechanism: chosen.mechanism, catalogue: chosen.catalogue, name: chosen.catalogue })}`}
            >
              {t('catalogues.export')}
            </a>
          )}
          {counted && (
            <Link
              to="/figures"
              search={{ mechanism: counted, from: `${today.slice(0, 4)}-01-01`, to: today }}
              className={style['button']}
            >
              {t('catalogues.figures')}
            </Link>
          )}
          {bring}
        </>
      }
    >
      {error && <Fault error={error} />}
      {!error && (lists.isPending || (chosen && matrix.isPending)) && <Waiting lines={8} />}
      {lists.data && rows.length === 0 && (
        <Nothing say={t(mayImport(role) ? 'catalogues.none' : 'catalogues.none.others')}>{bring}</Nothing>
      )}
      {rows.length > 1 && (
        <select
          className={field['input']}
          aria-label={t('catalogues.choose')}
          value={rows.indexOf(chosen!)}
          onChange={(event) => choose(Number(event.target.value))}
        >
          {rows.map((one, i) => (
            <option key={`${one.mechanism} ${one.catalogue}`} value={i}>
              {one.catalogue}
            </option>
          ))}
        </select>
      )}
      {matrix.data && chosen && (
        <>
          <h2 className={style['name']}>{chosen.catalogue}</h2>
          <Totals matrix={matrix.data} />
          {narrow ? (
            <ByUnit
              matrix={matrix.data}
              unit={unit}
              onUnit={(to) =>
                void navigate({
                  to: '/catalogues',
                  search: { mechanism: chosen.mechanism, list: chosen.catalogue, unit: to },
                  replace: true,
                })
              }
            />
          ) : (
            <MatrixTable matrix={matrix.data} />
          )}
        </>
      )}
    </Page>
  );
}
