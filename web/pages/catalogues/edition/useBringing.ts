import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Brought, EditionEntry, EntryToBring } from '../../../../src/intake/catalogues/edition.contract.ts';
import { uuidv7 } from '../../../act-id.ts';
import { api } from '../../../api.ts';
import { cataloguesQuery } from '../catalogues.queries.ts';

type Into = Pick<EntryToBring, 'mechanism' | 'catalogue' | 'edition' | 'book'>;
type Done = { done: number; of: number; registered: number; revised: number; divided: number; carried: number };

/**
 * Brings entries in one after the other. Where one is refused it stops; what was done stays done, and the same list compared again
 * has only the rest.
 */
export function useBringing() {
  const queries = useQueryClient();
  const [done, setDone] = useState<Done | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const bring = async (into: Into, entries: readonly EditionEntry[]): Promise<boolean> => {
    let sum: Done = { done: 0, of: entries.length, registered: 0, revised: 0, divided: 0, carried: 0 };
    setFault(null);
    setBusy(true);
    setDone(sum);
    try {
      for (const { state, item, text, area, wanted, due, units, carries } of entries) {
        const { mechanism, catalogue, edition, book } = into;
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
          ...(carries.length ? { carries, book } : {}),
        };
        const { registered, revised, divided, carried } = await api.act<Brought>(
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
