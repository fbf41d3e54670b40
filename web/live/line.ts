import type { LiveNews } from '../../src/platform/live/contract.ts';

/** How the line stands: `lost` once it has been away for a moment, so that a hiccup is none of the reader's business. */
export type LineState = 'opening' | 'standing' | 'lost';

export type LineEvents = {
  onNews: (news: LiveNews) => void;
  /** More was missed than can be told: everything may have changed. */
  onAnew: () => void;
  onState: (state: LineState) => void;
  /** The line does not open: maybe nobody is signed in any more. */
  onRefused: () => void;
};

/** The server beats three times in that time. */
const SILENT_MS = 50_000;
const HICCUP_MS = 2_500;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 20_000;
/** A browser has six connections for one address: a tab that nobody looks at gives its own back after so long. */
const HIDDEN_MS = 5_000;

/**
 * Keeps a live line from a position on: opened again by itself when it is lost, from where it was, ever more patiently and
 * each page at a time of its own. Returns how to end it.
 */
export function keepLine(from: string | null, on: LineEvents): () => void {
  let position = from;
  let source: EventSource | null = null;
  let failures = 0;
  let timers: { again?: number; silence?: number; hiccup?: number; hidden?: number } = {};

  const stop = () => {
    source?.close();
    source = null;
    clearTimeout(timers.again);
    clearTimeout(timers.silence);
  };
  const heard = () => {
    clearTimeout(timers.silence);
    timers.silence = window.setTimeout(lose, SILENT_MS);
  };
  function lose(): void {
    stop();
    timers.hiccup ??= window.setTimeout(() => on.onState('lost'), navigator.onLine ? HICCUP_MS : 0);
    if (failures > 0 && navigator.onLine) on.onRefused();
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures++);
    timers.again = window.setTimeout(open, pause * (0.5 + Math.random()));
  }
  function open(): void {
    stop();
    if (document.hidden) return;
    const line = new EventSource(`/api/live${position === null ? '' : `?since=${encodeURIComponent(position)}`}`);
    source = line;
    const listen = (kind: string, act: (data: string) => void) =>
      line.addEventListener(kind, (event: MessageEvent<string>) => {
        heard();
        act(event.data);
        if (event.lastEventId) position = event.lastEventId;
      });
    listen('hello', (data) => {
      failures = 0;
      clearTimeout(timers.hiccup);
      delete timers.hiccup;
      on.onState('standing');
      if (!(JSON.parse(data) as { resumed: boolean }).resumed) on.onAnew();
    });
    listen('moved', (data) => on.onNews(JSON.parse(data) as LiveNews));
    listen('reset', () => on.onAnew());
    listen('beat', () => undefined);
    line.addEventListener('error', lose);
    heard();
  }

  const look = () => {
    clearTimeout(timers.hidden);
    if (document.hidden) timers.hidden = window.setTimeout(stop, HIDDEN_MS);
    else if (source === null) open();
  };
  document.addEventListener('visibilitychange', look);
  addEventListener('online', open);
  addEventListener('offline', lose);
  open();
  return () => {
    document.removeEventListener('visibilitychange', look);
    removeEventListener('online', open);
    removeEventListener('offline', lose);
    stop();
    for (const timer of Object.values(timers)) clearTimeout(timer);
    timers = {};
  };
}
