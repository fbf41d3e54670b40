import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { ApiProblem } from '../api.ts';

/** Something asked of the server: not there yet, there, or refused. `again` asks anew, `put` takes a newer answer. */
export type Asked<T> = {
  readonly data: T | null;
  readonly error: Error | null;
  readonly again: () => void;
  readonly put: (data: T) => void;
};

/** Asks when the page appears, and anew whenever `key` is another. */
export function useAsked<T>(key: string, ask: (signal: AbortSignal) => Promise<T>): Asked<T> {
  const [state, setState] = useState<{ key: string; data: T | null; error: Error | null }>({
    key,
    data: null,
    error: null,
  });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    ask(leaving.signal).then(
      (data) => setState({ key, data, error: null }),
      (error: unknown) => {
        if (!leaving.signal.aborted) setState({ key, data: null, error: error as Error });
      },
    );
    return () => leaving.abort();
    // `ask` is made anew at every turn and means the same for the same key.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [key, turn]);
  const again = useCallback(() => setTurn((n) => n + 1), []);
  const put = useCallback((data: T) => setState({ key, data, error: null }), [key]);
  const here = state.key === key;
  return { data: here ? state.data : null, error: here ? state.error : null, again, put };
}

/** Something to be done once at a time: whether it is under way, and what went wrong the last time. */
export function useDoing(): {
  readonly busy: boolean;
  readonly error: Error | null;
  readonly run: (work: () => Promise<void>) => Promise<void>;
} {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const run = useCallback(async (work: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (fault) {
      setError(fault as Error);
    } finally {
      setBusy(false);
    }
  }, []);
  return { busy, error, run };
}

/** How long after the line failed it is tried again, where the browser does not say that it is back. */
const TRY_AGAIN_MS = 5_000;

const isOnline = (): boolean => navigator.onLine;
function onLine(told: () => void): () => void {
  addEventListener('online', told);
  addEventListener('offline', told);
  return () => {
    removeEventListener('online', told);
    removeEventListener('offline', told);
  };
}

/**
 * As {@link useDoing}, of what carries its own id and may be sent again: without a line it waits (`waiting`) and goes out by itself once
 * there is one, as long as the page is there.
 */
export function useSending(): ReturnType<typeof useDoing> & { readonly waiting: boolean } {
  const doing = useDoing();
  const online = useSyncExternalStore(onLine, isOnline);
  const [lost, setLost] = useState(false);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  const { run: once } = doing;
  const run = useCallback(
    (work: () => Promise<void>) =>
      once(async () => {
        try {
          for (;;)
            try {
              return await work();
            } catch (error) {
              if (!isLineLost(error) || !here.current) throw error;
              setLost(true);
              await lineOrAWhile();
            }
        } finally {
          setLost(false);
        }
      }),
    [once],
  );
  return { ...doing, run, waiting: doing.busy && (lost || !online) };
}

const isLineLost = (error: unknown): boolean => error instanceof ApiProblem && error.problem.code === 'web.no-line';

/** Until the browser says that the line is back, or a while has passed: it does not know of every line that failed. */
const lineOrAWhile = (): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(done, TRY_AGAIN_MS);
    function done() {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    }
    addEventListener('online', done);
  });

/** Whether the server wants to know who asks. */
export const wantsSignIn = (error: Error | null): boolean =>
  error instanceof ApiProblem && error.problem.status === 401;
