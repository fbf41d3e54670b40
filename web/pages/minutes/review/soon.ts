/**
 * Does a piece of work a while after it was last asked for, one at a time. By itself only between `start` and `stop`; at once whenever
 * it is told to.
 */
export function makeSoon(work: () => Promise<void>) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let started = false;

  /** Waits for what is under way, then does it: whoever asks meanwhile waits for both. */
  async function now(): Promise<void> {
    clearTimeout(timer);
    while (running) await running;
    running = work().finally(() => (running = null));
    await running;
  }

  return {
    now,
    in: (ms: number): void => {
      clearTimeout(timer);
      if (started) timer = setTimeout(() => void now(), ms);
    },
    start: (): void => void (started = true),
    stop: (): void => {
      started = false;
      clearTimeout(timer);
    },
  };
}
