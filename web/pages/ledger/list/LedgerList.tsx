import { useRef, type MouseEvent } from 'react';
import { Button } from 'antd';
import { MoreButton } from '../../../frame/MoreButton.tsx';
import { useNarrow } from '../../../frame/useNarrow.ts';
import { Waiting } from '../../../frame/Waiting.tsx';
import { NewsBar } from '../../../live/NewsBar.tsx';
import { useT } from '../../../i18n/language.tsx';
import { useChosen } from '../../../keys/useChosen.ts';
import { useListKeys } from '../../../keys/useListKeys.ts';
import { useRowWindow } from '../../../keys/useRowWindow.ts';
import { Fault } from '../../../problems/Fault.tsx';
import { LooksMenu } from '../looks/LooksMenu.tsx';
import { filtersOf } from '../ledger-search.ts';
import { NothingFound } from '../NothingFound.tsx';
import { useLedgerSearch } from '../useLedgerSearch.ts';
import { usePlace } from '../usePlace.ts';
import { columnsOf } from './columns.tsx';
import { densityOf, LINE_HEIGHT, ROW_HEIGHT } from './density.ts';
import { LedgerCount } from './LedgerCount.tsx';
import { LedgerLines } from './LedgerLines.tsx';
import style from './LedgerList.module.css';
import { LedgerTable } from './LedgerTable.tsx';
import { Meant } from './Meant.tsx';
import { SortSwitch } from './SortSwitch.tsx';
import { useLedgerRows } from './useLedgerRows.ts';

/** The ledger's rows by the filters in the address: how many, their order, and the list that the keys walk through. */
export function LedgerList() {
  const t = useT();
  const narrow = useNarrow();
  const { search } = useLedgerSearch();
  const filters = filtersOf(search);
  const list = useRef<HTMLDivElement>(null);
  const { rows, ids, waiting, marks, show, meant, error, here, more, barren, busy, stale, fetchMore } = useLedgerRows(
    filters,
    list,
  );
  const asLines = narrow;
  const density = densityOf(search.density);
  const height = asLines ? LINE_HEIGHT.phone : ROW_HEIGHT[density];
  const table = useRowWindow<HTMLTableSectionElement>(rows.length, height);
  const lines = useRowWindow<HTMLOListElement>(rows.length, height);
  const reveal = asLines ? lines.reveal : table.reveal;
  const { chosen, toggle, range, set } = useChosen(ids);
  const { active, go } = useListKeys({ ids, reveal, onToggle: toggle, onRange: range });
  const leaveMark = usePlace(ids, go);
  const anchor = useRef<string | null>(null);
  const acts = {
    onOpen: (_event: MouseEvent, id: string) => leaveMark(id),
    onChoose: (id: string, shift: boolean) => {
      if (shift && anchor.current && anchor.current !== id) range(anchor.current, id);
      else toggle(id);
      anchor.current = id;
    },
  };
  const keys = columnsOf(search.columns);
  const common = { rows, marks, height, chosen, active, busy: stale, ...acts };
  return (
    <>
      {error && <Fault error={error} />}
      {!here && !error && <Waiting lines={10} />}
      {meant && <Meant meant={meant} search={search} />}
      {here && rows.length === 0 && !more && <NothingFound search={search} />}
      {(rows.length > 0 || more) && (
        <div className={style['head']}>
          <LedgerCount search={search} listed={rows.length} whole={!more} />
          <SortSwitch search={search} />
          <LooksMenu keys={keys} density={density} />
        </div>
      )}
      <div ref={list}>
        <NewsBar waiting={waiting} onShow={show} />
        {rows.length > 0 &&
          (asLines ? (
            <LedgerLines {...common} body={lines.body} shown={lines.shown} open={undefined} />
          ) : (
            <LedgerTable
              {...common}
              body={table.body}
              shown={table.shown}
              keys={keys}
              onAll={(on) => set(on ? ids : [])}
            />
          ))}
      </div>
      {more && !barren && <MoreButton busy={busy} onMore={fetchMore} />}
      {more && barren && (
        <p className={style['barren']}>
          {t('ledger.barren', { n: rows.length })}
          <Button loading={busy} onClick={fetchMore}>
            {t('ledger.barren.on')}
          </Button>
        </p>
      )}
    </>
  );
}
