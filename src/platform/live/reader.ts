import { Readable } from 'node:stream';
import type { LiveNews } from './contract.ts';
import { added, beaten, EMPTY, emptied, framesOf, greeted, type Outbox } from './outbox.rules.ts';

/** One open line to one page: what it is told goes out as fast as it reads, and is drawn together while it doesn't. */
export type Reader = {
  /** The bytes of the answer. They end with `end`, or when the page goes away. */
  readonly body: Readable;
  hello(how: 'resumed' | 'fresh', position: string): void;
  tell(news: LiveNews, position: string): void;
  beat(position: string): void;
  reset(position: string): void;
  end(): void;
  /** Since when nothing has been read, in milliseconds of the process's clock; null for a page that reads. */
  stuckSince(): number | null;
};

/** Kept for a slow page by the stream itself; beyond it, in the outbox. */
const AHEAD_BYTES = 16 * 1024;
/** How long a browser of its own accord waits before it comes back. */
const RETRY = 'retry: 2000\n\n';

/** Opens a reader; `onGone` is called once, when its line has ended, whoever ended it. */
export function openReader(onGone: () => void): Reader {
  let box: Outbox = EMPTY;
  let reads = true;
  let stuck: number | null = null;
  const body = new Readable({
    highWaterMark: AHEAD_BYTES,
    read() {
      reads = true;
      stuck = null;
      flush();
    },
  });
  body.push(RETRY);
  body.once('close', onGone);

  function flush(): void {
    if (!reads || body.destroyed) return;
    const frames = framesOf(box);
    if (frames === '') return;
    box = EMPTY;
    reads = body.push(frames);
    if (!reads) stuck = performance.now();
  }
  function put(next: Outbox): void {
    box = next;
    flush();
  }
  return {
    body,
    hello: (how, position) => put(greeted(box, how, position)),
    tell: (news, position) => put(added(box, news, position)),
    beat: (position) => put(beaten(box, position)),
    reset: (position) => put(emptied(box, position)),
    end: () => {
      if (!body.destroyed && !body.readableEnded) body.push(null);
    },
    stuckSince: () => stuck,
  };
}
