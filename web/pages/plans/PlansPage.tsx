import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import field from '../../acts/Field.module.css';
import { DayField } from '../../days/DayField.tsx';
import { Nothing } from '../../frame/Nothing.tsx';
import { Page } from '../../frame/Page.tsx';
import { Waiting } from '../../frame/Waiting.tsx';
import { useToday } from '../../format/today.ts';
import { useT } from '../../i18n/language.tsx';
import { Fault } from '../../problems/Fault.tsx';
import { useSession } from '../../session/session.ts';
import { Lagging } from './Lagging.tsx';
import { keepSeen, planToShow, readSeen } from './planToShow.ts';
import { treeQuery, treesQuery } from './plans.queries.ts';
import { SumLine } from './SumLine.tsx';
import { TreeRows } from './TreeRows.tsx';
import { UnitSheet } from './UnitSheet.tsx';
import { UnitsOf } from './UnitsOf.tsx';
import style from './Plans.module.css';

const route = getRouteApi('/desk/plans');

/** A year's plan: how far it is, what lags and what that drags along, and the tree; or what one unit has of it. */
export function PlansPage() {
  const t = useT();
  const navigate = useNavigate({ from: '/plans' });
  const search = route.useSearch();
  const trees = useQuery(treesQuery);
  const rows = trees.data?.rows ?? [];
  const { caller } = useSession();
  const today = useToday();
  const seen = `huiyin.plan.${caller.seat}`;
  const then = rows.filter(({ since }) => !search.asOf || since <= search.asOf);
  const top = search.plan ?? planToShow(then, readSeen(seen), today);
  const tree = useQuery(treeQuery(top, search.asOf));
  const error = trees.error ?? tree.error;
  const begin = (trees.data?.kinds.length ?? 0) > 0 && (
    <Link to="/plans/new" className={style['button']}>
      {t('trees.begin')}
    </Link>
  );
  const shown = tree.data && top;
  useEffect(() => {
    if (shown) keepSeen(seen, shown);
  }, [seen, shown]);
  const nodes = tree.data?.nodes;
  const plan = nodes?.[0];
  if (search.unit && tree.data && plan)
    return <UnitSheet tree={tree.data} unit={search.unit} plan={plan} asOf={search.asOf} />;
  return (
    <Page title={plan?.text ?? t('trees.title')} lead={t('trees.lead')} width="whole" actions={begin}>
      {error && <Fault error={error} />}
      {!error && (trees.isPending || (top && tree.isPending)) && <Waiting lines={10} />}
      {trees.data && rows.length === 0 && !top && (
        <Nothing say={t(begin ? 'trees.none' : 'trees.none.others')}>{begin}</Nothing>
      )}
      {rows.length > 0 && !top && (
        <Nothing say={t('trees.none-then', { day: search.asOf ?? '', since: rows.at(-1)!.since })} />
      )}
      {(top || rows.length > 0) && (
        <div className={style['choices']}>
          {rows.length > 1 && top && (
            <select
              className={field['input']}
              aria-label={t('trees.choose')}
              value={top}
              onChange={(event) =>
                void navigate({ search: ({ asOf }) => ({ plan: event.target.value, ...(asOf ? { asOf } : {}) }) })
              }
            >
              {rows.map(({ id, text }) => (
                <option key={id} value={id}>
                  {text}
                </option>
              ))}
            </select>
          )}
          <label className={style['as-of']}>
            <span>{t('trees.as-of')}</span>
            <DayField
              label={t('trees.as-of')}
              value={search.asOf ?? ''}
              onChange={(day) =>
                void navigate({ search: ({ asOf: _, ...now }) => (day ? { ...now, asOf: day } : now) })
              }
              onUnreadable={() => undefined}
            />
          </label>
        </div>
      )}
      {tree.data && plan && nodes && (
        <>
          <SumLine node={plan} large />
          <Lagging nodes={nodes} />
          <TreeRows
            key={plan.id}
            nodes={nodes}
            only={search.only === 'lagging'}
            onOnly={(only) =>
              void navigate({
                search: ({ only: _, ...now }) => (only ? { ...now, only: 'lagging' } : now),
                resetScroll: false,
              })
            }
          />
          <UnitsOf nodes={nodes} />
        </>
      )}
    </Page>
  );
}
