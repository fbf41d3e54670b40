import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { useSession } from '../session/session.ts';
import { sendWaiting } from './send.ts';
import { waitingFor, watchOutbox, type Waiting } from './store.ts';

const AGAIN_MS = 20_000;

/** What this person has waiting to be sent from this seat; it is sent as soon as there is a line, while a page that shows it is open. */
export function useOutbox(): { acts: readonly Waiting[]; send: () => void } {
  const { seat, account } = useSession().caller;
  const queries = useQueryClient();
  const [acts, setActs] = useState<readonly Waiting[]>([]);
  const send = useCallback(() => {
    void sendWaiting({ seat, account })
      .then(async (sent) => {
        if (sent) await Promise.all(['works', 'matter'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
      })
      // What cannot be sent now stays; the next try says the same.
      .catch(() => {});
  }, [seat, account, queries]);
  useEffect(() => {
    const look = () => void waitingFor({ seat, account }).then(setActs, () => {});
    look();
    send();
    const leave = watchOutbox(look);
    addEventListener('online', send);
    const timer = setInterval(send, AGAIN_MS);
    return () => {
      leave();
      removeEventListener('online', send);
      clearInterval(timer);
    };
  }, [seat, account, send]);
  return { acts, send };
}
