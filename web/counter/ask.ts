import { useCallback, useEffect, useState } from 'react';
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

/** Whether the server wants to know who asks. */
export const wantsSignIn = (error: Error | null): boolean =>
  error instanceof ApiProblem && error.problem.status === 401;
