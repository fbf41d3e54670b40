import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Brought, EditionEntry, EntryToBring } from '../../../../src/intake/catalogues/edition.contract.ts';
import { uuidv7 } from '../../../act-id.ts';
import { api } from '../../../api.ts';
import { useT } from '../../../i18n/language.tsx';
import { cataloguesQuery } from '../catalogues.queries.ts';

type Into = Pick<EntryToBring, 'mechanism' | 'catalogue' | 'edition' | 'book'> & {
  chosen: Readonly<Record<'end' | 'reopen', ReadonlySet<string>>>;
};
type Done = {
  done: number;
  of: number;
  registered: number;
  revised: number;
  divided: number;
  carried: number;
  ended: number;
  reopened: number;
};

/**
 * Brings entries in one after the other. Where one is refused it stops; what was done stays done, and the same list compared again
 * has only the rest.
 */
export function useBringing() {
  const t = useT();
  const queries = useQueryClient();
  const [done, setDone] = useState<Done | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const bring = async (into: Into, entries: readonly EditionEntry[]): Promise<boolean> => {
    let sum: Done = {
      done: 0,
      of: entries.length,
      registered: 0,
      revised: 0,
      divided: 0,
      carried: 0,
      ended: 0,
      reopened: 0,
    };
    setFault(null);
    setBusy(true);
    setDone(sum);
    try {
      for (const { state, item, text, area, wanted, due, units, carries, leaving, struck } of entries) {
        const { mechanism, catalogue, edition, book, chosen } = into;
        const body: EntryToBring = {
          mechanism,
          catalogue,
          edition,
          id: uuidv7(),
          drop: state === 'dropped',
          item,
          text,
          area,
          wanted,
          due,
          units,
          ...(chosen.end.has(item) && leaving.length
            ? { ends: { units: leaving, note: t('catalogues.edition.end.note', { edition }) } }
            : {}),
          ...(chosen.reopen.has(item) && struck.length
            ? { reopens: { units: struck, reason: t('catalogues.edition.reopen.reason', { edition }) } }
            : {}),
          ...(carries.length ? { carries, book } : {}),
        };
        const { registered, revised, divided, carried, ended, reopened } = await api.act<Brought>(
          '/api/catalogues/editions/entries',
          body,
        );
        sum = {
          ...sum,
          done: sum.done + 1,
          registered: sum.registered + (registered ? 1 : 0),
          revised: sum.revised + revised,
          divided: sum.divided + divided,
          carried: sum.carried + carried,
          ended: sum.ended + ended,
          reopened: sum.reopened + reopened,
        };
        setDone(sum);
      }
      return true;
    } catch (error) {
      setFault(error);
      return false;
    } finally {
      setBusy(false);
      await queries.invalidateQueries({ queryKey: cataloguesQuery.queryKey });
    }
  };
  return { done, fault, busy, bring };
}
