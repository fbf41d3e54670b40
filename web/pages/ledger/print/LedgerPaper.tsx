import { createPortal } from 'react-dom';
import { useQuery } from '@tanstack/react-query';
import type { MatterRow } from '../../../../src/matters/contract.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { useT } from '../../../i18n/language.tsx';
import { useSession } from '../../../session/session.ts';
import { useCityName } from '../../../session/useCityName.ts';
import { viewsQuery } from '../../../views/views.ts';
import type { LedgerSearch } from '../ledger-search.ts';
import { columnsOf } from '../list/columns.tsx';
import style from './LedgerPaper.module.css';
import { PaperTable } from './PaperTable.tsx';
import { useAsked } from './useAsked.ts';
import { usePaperCount } from './usePaperCount.ts';

type Props = { search: LedgerSearch; rows: readonly MatterRow[]; whole: boolean };

/**
 * The ledger on paper: what was asked for in words, how many there are, who printed it and on which day, and all rows as a table
 * whose head stands on each sheet. It is drawn while it is printed, beside the desk, of which nothing is printed.
 */
export function LedgerPaper({ search, rows, whole }: Props) {
  const t = useT();
  const { date, today } = useFormat();
  const { caller } = useSession();
  const city = useCityName();
  const { data: views } = useQuery(viewsQuery);
  const view = views?.find((one) => one.id === search.view);
  const { count, cut } = usePaperCount(search, rows.length, whole);
  const asked = useAsked(search);
  return createPortal(
    <section className={style['paper']}>
      <h1>{t('ledger.print.title', { city, name: view?.name ?? t('ledger.print.name') })}</h1>
      <p>{t('ledger.print.asked', { asked: asked.join(t('ledger.print.and')) })}</p>
      <p className={style['facts']}>
        <span>{cut ? t('ledger.print.cut', { count, n: rows.length }) : count}</span>
        <span>{t('ledger.print.by', { who: caller.name, title: caller.title, date: date(today) })}</span>
      </p>
      <PaperTable rows={rows} keys={columnsOf(search.columns)} />
    </section>,
    document.body,
  );
}
