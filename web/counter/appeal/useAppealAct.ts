import { useRef } from 'react';
import type { AppealView } from '../../../src/counter/contract.ts';
import { uuidv7 } from '../../act-id.ts';
import { api, ApiProblem } from '../../api.ts';
import { useSending } from '../ask.ts';

/** What is said unasked hangs on nothing that the page shows: it holds as well where the matter has moved on meanwhile. */
const BESIDE: ReadonlySet<string> = new Set(['note', 'attach']);

/** What was to be done and came too late: an act, and the words that were written for it. */
export type Late = { readonly kind: string; readonly words: string };
/** The matter as it is now, after an act or in place of one that came too late. */
export type OnDone = (view: AppealView, late?: Late) => void;

/**
 * Does an act to an appeal; the same given again goes out under the same id, so that what was lost on the way is done once. Where the
 * matter has moved on meanwhile it is asked for anew, so that what is sent next is sent to what is seen.
 */
export function useAppealAct(view: AppealView, onDone: OnDone) {
  const doing = useSending();
  const sent = useRef({ text: '', id: '' });
  const act = (kind: string, given: object, then?: () => void) =>
    doing.run(async () => {
      const text = JSON.stringify([view.id, kind, given]);
      if (sent.current.text !== text) sent.current = { text, id: uuidv7() };
      const body = { id: sent.current.id, kind, given, ...(BESIDE.has(kind) ? {} : { seen: view.seq }) };
      const path = `/api/counter/appeals/${view.id}`;
      try {
        onDone(await api.act<AppealView>(`${path}/acts`, body));
      } catch (error) {
        if (error instanceof ApiProblem && error.problem.code === 'matter.moved-on')
          onDone(await api.get<AppealView>(path), { kind, words: 'text' in given ? String(given.text) : '' });
        throw error;
      }
      then?.();
    });
  return { ...doing, act };
}
