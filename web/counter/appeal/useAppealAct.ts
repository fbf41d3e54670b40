import { useRef } from 'react';
import type { AppealView } from '../../../src/counter/contract.ts';
import { uuidv7 } from '../../act-id.ts';
import { api } from '../../api.ts';
import { useDoing } from '../ask.ts';

/** What is said unasked hangs on nothing that the page shows: it holds as well where the matter has moved on meanwhile. */
const BESIDE: ReadonlySet<string> = new Set(['note', 'attach']);

/** Does an act to an appeal; the same given again goes out under the same id, so that what was lost on the way is done once. */
export function useAppealAct(view: AppealView, onDone: (view: AppealView) => void) {
  const doing = useDoing();
  const sent = useRef({ text: '', id: '' });
  const act = (kind: string, given: object, then?: () => void) =>
    doing.run(async () => {
      const text = JSON.stringify([view.id, kind, given]);
      if (sent.current.text !== text) sent.current = { text, id: uuidv7() };
      const body = { id: sent.current.id, kind, given, ...(BESIDE.has(kind) ? {} : { seen: view.seq }) };
      onDone(await api.act<AppealView>(`/api/counter/appeals/${view.id}/acts`, body));
      then?.();
    });
  return { ...doing, act };
}
