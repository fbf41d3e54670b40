import { useEffect, useState } from 'react';
import type { MatterRow } from '../../../../src/matters/contract.ts';
import { announce } from '../../../frame/announce.ts';
import { Icon } from '../../../frame/Icon.tsx';
import { useOffer } from '../../../frame/offers.ts';
import { usePrinting } from '../../../frame/printing.ts';
import { useT } from '../../../i18n/language.tsx';
import { faultText } from '../../../problems/faultText.ts';
import type { LedgerSearch } from '../ledger-search.ts';
import head from '../list/LedgerList.module.css';
import { useStages } from '../useStages.ts';
import { LedgerPaper } from './LedgerPaper.tsx';

/** So many rows are printed at most, some hundred sheets; all of a longer list is in its export. */
const MOST = 2000;

type Props = {
  search: LedgerSearch;
  rows: readonly MatterRow[];
  whole: boolean;
  /** Fetches what is missing, up to so many rows. */
  fetchUpTo: (most: number) => Promise<void>;
};

/** Prints what the list holds, which is fetched first; by its button, the palette, or the browser's own command for what is here. */
export function LedgerPrint({ search, rows, whole, fetchUpTo }: Props) {
  const t = useT();
  const printing = usePrinting();
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState(0);
  const print = () => {
    if (busy) return;
    setBusy(true);
    fetchUpTo(MOST)
      .then(
        () => setAsked((times) => times + 1),
        (error: unknown) => announce(faultText(t, error), 'fault'),
      )
      .finally(() => setBusy(false));
  };
  useOffer('print', print);
  // What stages are called is on the paper, and on a phone nowhere else: the browser's own command leaves no time to ask.
  useStages();
  // After what was fetched stands on the page, from which the paper is drawn.
  useEffect(() => {
    if (asked) window.print();
  }, [asked]);
  return (
    <>
      <button type="button" className={head['button']} aria-busy={busy} onClick={print}>
        <Icon name="print" size={16} />
        <span>{t('print')}</span>
      </button>
      {printing && <LedgerPaper search={search} rows={rows} whole={whole} />}
    </>
  );
}
