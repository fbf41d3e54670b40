import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import type { Todo, Workbench } from '../../../src/matters/lists/list.contract.ts';
import { MoreButton } from '../../frame/MoreButton.tsx';
import { Page } from '../../frame/Page.tsx';
import { Waiting } from '../../frame/Waiting.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { useT } from '../../i18n/language.tsx';
import type { Known } from '../../live/held.ts';
import { NewsBar } from '../../live/NewsBar.tsx';
import { useHeld } from '../../live/useHeld.ts';
import { useRowKeys } from '../../keys/useRowKeys.ts';
import { workbenchQuery } from '../../matters/queries.ts';
import { RegisterLink } from '../../matters/RegisterLink.tsx';
import { Fault } from '../../problems/Fault.tsx';
import { useSession } from '../../session/session.ts';
import { ExportButton } from '../../transfers/ExportButton.tsx';
import { AboveList, aboveFor } from './AboveList.tsx';
import { Counts } from './Counts.tsx';
import { NothingToDo } from './NothingToDo.tsx';
import { TodoLine } from './TodoLine.tsx';
import { useApart } from './brief/useApart.ts';
import { useReminded } from './hands/useReminded.ts';
import { useLastLook } from './useLastLook.ts';
import style from './WorkbenchPage.module.css';

/** What one was asked to help with; most seats were asked nothing. */
const HelpingList = lazy(() => import('./HelpingList.tsx').then((m) => ({ default: m.HelpingList })));

const route = getRouteApi('/desk/');

const known: Known<Todo> = { key: ({ row, act }) => `${row.id} ${act}`, version: ({ row }) => row.seq };

/** What this seat must do, worst first; each row is done where it stands. */
export function WorkbenchPage() {
  const t = useT();
  const { day, today } = useFormat();
  const { caller } = useSession();
  const { filter, hand } = route.useSearch();
  const since = useLastLook(caller.seat);
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(
    workbenchQuery({ filter, hand }, since),
  );
  const reminded = useReminded(hand);
  const what = aboveFor(caller.role, filter, hand);
  const [stands, setStands] = useState(false);
  const unsettled = what !== undefined && !stands;
  // An administrator deals with no matters: there is nothing to count, and nothing to take away.
  const deals = caller.role !== 'administrator';
  useRowKeys();

  const pages: Workbench[] = data?.pages ?? [];
  const [open, setOpen] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const all = useMemo(() => data?.pages.flatMap((page) => page.todos), [data]);
  const { apart: now, above } = useApart(all, caller.role === 'mayor' && !filter);
  const {
    rows: todos,
    gone,
    waiting,
    marks,
    show,
  } = useHeld(`${filter} ${hand} ${pages.length}`, now, known, list, open !== null);
  return (
    <Page
      title={t('web.nav.workbench')}
      lead={`${day(today)}　${caller.title} ${caller.name}`}
      actions={
        <>
          <RegisterLink />
          {!hand && deals && <ExportButton list={{ kind: 'workbench', filter }} />}
        </>
      }
    >
      {what && <AboveList what={what} hand={hand} onStands={setStands} />}
      {pages[0] && deals && !unsettled && <Counts counts={pages[0].counts} filter={filter} hand={hand} />}
      {error && <Fault error={error} />}
      {(!now || unsettled) && !error && <Waiting lines={8} />}
      {now && !unsettled && todos.length + above === 0 && <NothingToDo filter={filter ?? hand} />}
      {above > 0 && !unsettled && <p className={`${style['above']} faint`}>{t('brief.above', { n: above })}</p>}
      <div ref={list} hidden={unsettled}>
        <NewsBar waiting={waiting} onShow={show} />
        <ol className={style['list']}>
          {todos.map((todo) => (
            <TodoLine
              key={known.key(todo)}
              todo={todo}
              fresh={!todo.seen || marks.has(known.key(todo))}
              gone={gone.has(known.key(todo))}
              open={open === todo.row.id}
              reminded={reminded}
              onOpen={(yes) => setOpen(yes ? todo.row.id : null)}
            />
          ))}
        </ol>
      </div>
      {pages[0] && pages[0].helping.length > 0 && (
        <Suspense>
          <HelpingList rows={pages[0].helping} />
        </Suspense>
      )}
      {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </Page>
  );
}
