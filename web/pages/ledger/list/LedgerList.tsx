import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useMemo, useRef, type MouseEvent } from 'react';
import type { MatterRow } from '../../../../src/matters/contract.ts';
import { MoreButton } from '../../../frame/MoreButton.tsx';
import { useAfterPaint } from '../../../frame/useAfterPaint.ts';
import { useNarrow } from '../../../frame/useNarrow.ts';
import { useWidth } from '../../../frame/useWidth.ts';
import { Waiting } from '../../../frame/Waiting.tsx';
import { NewsBar } from '../../../live/NewsBar.tsx';
import { useChosen } from '../../../keys/useChosen.ts';
import { useListKeys } from '../../../keys/useListKeys.ts';
import { evenTops, ownTops } from '../../../keys/rowTops.ts';
import { useRowWindow } from '../../../keys/useRowWindow.ts';
import { useSteady } from '../../../keys/useSteady.ts';
import { Fault } from '../../../problems/Fault.tsx';
import { useBeside } from '../beside/beside.ts';
import { useOpenBeside } from '../beside/useOpenBeside.ts';
import { LedgerBulk } from '../bulk/LedgerBulk.tsx';
import { straysIn } from '../filters/strays.ts';
import { reversedIn, unknownIn } from '../filters/unknown.ts';
import { UnknownFilters } from '../filters/UnknownFilters.tsx';
import { filtersOf } from '../ledger-search.ts';
import { NothingFound } from '../NothingFound.tsx';
import { LedgerPrint } from '../print/LedgerPrint.tsx';
import { useLedgerSearch } from '../useLedgerSearch.ts';
import { usePlace } from '../usePlace.ts';
import { useScrollPlace, useStep } from '../useScrollPlace.ts';
import { Barren } from './Barren.tsx';
import { columnsOf, hasChosenColumns } from './columns.tsx';
import { densityOf, ROW_HEIGHT } from './density.ts';
import { LedgerLines } from './LedgerLines.tsx';
import { LedgerTable } from './LedgerTable.tsx';
import { ListHead } from './ListHead.tsx';
import { Meant } from './Meant.tsx';
import { useLedgerRows } from './useLedgerRows.ts';
import { useLineShapes } from './useLineShapes.ts';

const NONE: readonly MatterRow[] = [];
const NO_IDS: readonly string[] = [];
/** With less room, in pixels, the usual columns leave a matter's words no more than a glimpse. */
const LEAST = 980;

/** The ledger's rows by the filters in the address: how many, their order, and the list that the keys walk through. */
export function LedgerList() {
  const narrow = useNarrow();
  const { search } = useLedgerSearch();
  const navigate = useNavigate();
  const list = useRef<HTMLDivElement>(null);
  const { step, place } = useStep();
  const { rows, ids, waiting, marks, show, meant, error, here, more, barren, busy, stale, fetchMore, fetchUpTo } =
    useLedgerRows(filtersOf(search), place, list);
  const unknown = [...unknownIn(error, search), ...reversedIn(search)];
  const address = useRouterState({ select: ({ location }) => location.search as Record<string, unknown> });
  const strays = straysIn(address);
  // The matter beside comes and goes at once; the list is laid out anew behind it.
  const { laid: open } = useBeside();
  const width = useWidth(list);
  // Whoever has chosen columns or density has the table however little room there is for it.
  const cramped = width < LEAST && search.density === undefined && !hasChosenColumns(search.columns);
  const asLines = narrow || open !== undefined || cramped;
  const density = densityOf(search.density);
  const height = ROW_HEIGHT[density];
  const shapes = useLineShapes(asLines ? rows : NONE, width, open === undefined || narrow ? 'alone' : 'beside');
  const tops = useMemo(
    () => (asLines ? ownTops(shapes.map((shape) => shape.height)) : evenTops(rows.length, height)),
    [asLines, shapes, rows.length, height],
  );
  const table = useRowWindow<HTMLTableSectionElement>(tops);
  const lines = useRowWindow<HTMLOListElement>(tops);
  const { reveal, inSight, topOf, stand } = asLines ? lines : table;
  const arrived = stale ? NO_IDS : ids;
  useScrollPlace({ step, place, ids: arrived, inSight, topOf, stand });
  const { chosen, toggle, range, set } = useChosen(ids);
  const { active, go } = useListKeys({ ids, reveal, inSight, onToggle: toggle, onRange: range });
  const { openBeside, toggleBeside } = useOpenBeside({ active, rows, narrow });
  const leaveMark = usePlace(arrived, go);
  const anchor = useRef<string | null>(null);
  const onOpen = useSteady((event: MouseEvent, id: string) => {
    // For another tab or window: the browser's own affair.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button > 0) return;
    event.preventDefault();
    if (open !== undefined) return openBeside(id);
    leaveMark(id);
    void navigate({ to: '/matters/$id', params: { id } });
  });
  const onChoose = useSteady((id: string, shift: boolean) => {
    if (shift && anchor.current && anchor.current !== id) range(anchor.current, id);
    else toggle(id);
    anchor.current = id;
  });
  const keys = useMemo(() => columnsOf(search.columns), [search.columns]);
  const common = { rows, marks, chosen, active, busy: stale, onOpen, onChoose };
  // The rows show first that they are chosen.
  const settled = useAfterPaint(chosen);
  const picked = useMemo(() => (settled.size ? rows.filter((row) => settled.has(row.id)) : NONE), [rows, settled]);
  const all = useSteady((on: boolean) => set(on ? ids : []));
  const onBeside = useSteady(toggleBeside);
  const fetchMost = useSteady(fetchUpTo);
  const beside = open !== undefined;
  // Neither a row chosen nor one that the keys go to changes anything of it.
  const head = useMemo(
    () => (
      <ListHead
        search={search}
        listed={rows.length}
        whole={!more}
        beside={narrow ? undefined : { on: beside, onToggle: onBeside }}
        looks={narrow || beside ? undefined : { keys, density }}
        print={<LedgerPrint search={search} rows={rows} whole={!more} fetchUpTo={fetchMost} />}
      />
    ),
    [search, rows, more, narrow, beside, onBeside, keys, density, fetchMost],
  );
  return (
    <>
      {(unknown.length > 0 || strays.length > 0) && (
        <UnknownFilters unknown={unknown} strays={strays} search={search} />
      )}
      {error && unknown.length === 0 && <Fault error={error} />}
      {!here && !error && <Waiting lines={10} />}
      {stale && <Waiting lines={3} />}
      {meant && <Meant meant={meant} search={search} />}
      {here && !stale && rows.length === 0 && !more && unknown.length === 0 && <NothingFound search={search} />}
      {(rows.length > 0 || more) && head}
      <div ref={list}>
        <NewsBar waiting={waiting} onShow={show} />
        {rows.length > 0 &&
          (asLines ? (
            <LedgerLines {...common} shapes={shapes} body={lines.body} shown={lines.shown} open={open} />
          ) : (
            <LedgerTable {...common} height={height} body={table.body} shown={table.shown} keys={keys} onAll={all} />
          ))}
      </div>
      {more && !barren && <MoreButton busy={busy} onMore={fetchMore} />}
      {more && barren && <Barren found={rows.length} busy={busy} onMore={fetchMore} />}
      <LedgerBulk rows={picked} onLeft={set} />
    </>
  );
}
