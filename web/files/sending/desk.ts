import { ApiProblem } from '../../api.ts';
import { makeListeners } from '../../frame/listeners.ts';
import type { FileReceipt } from '../receipt.ts';

/** A file on its way: `share` of it (0 to 1) has come. What was refused cannot be sent again as it is; a cut line can. */
export type Sending = { readonly key: string; readonly name: string; readonly size: number } & (
  | { readonly state: 'waiting' | 'going'; readonly share: number }
  | { readonly state: 'cut' | 'refused'; readonly share: number; readonly why: unknown }
);

/** Sends one file; see sendFile.ts. Aborted with {@link GIVEN_UP} as the reason, the server forgets what had come. */
export type Send = (file: File, hear: { share: (part: number) => void; signal: AbortSignal }) => Promise<FileReceipt>;

export const GIVEN_UP = 'given up';
/** Two at a time: more would share one line and be ready no sooner, and all would be half when it breaks. */
const AT_ONCE = 2;

type Item = { file: File; stop: AbortController; view: Sending };

/** What a form sends: takes files, sends them two at a time, and hands each over as it is taken. */
export type Desk = ReturnType<typeof makeDesk>;

export function makeDesk(send: Send) {
  const items = new Map<string, Item>();
  const listeners = makeListeners();
  let views: readonly Sending[] = [];
  let count = 0;
  let taken: ((file: FileReceipt) => void) | undefined;

  const tell = () => {
    views = [...items.values()].map(({ view }) => view);
    listeners.tell();
  };
  const show = (item: Item, change: Partial<Sending>) => {
    item.view = { ...item.view, ...change } as Sending;
    tell();
  };
  const going = () => [...items.values()].filter(({ view }) => view.state === 'going').length;

  const pump = () => {
    for (const item of items.values()) if (item.view.state === 'waiting' && going() < AT_ONCE) void run(item);
  };
  const run = async (item: Item) => {
    const { key } = item.view;
    show(item, { state: 'going' });
    try {
      const share = (part: number) => items.get(key) === item && show(item, { share: part });
      const receipt = await send(item.file, { share, signal: item.stop.signal });
      if (!items.delete(key)) return;
      taken?.(receipt);
      tell();
    } catch (why) {
      if (items.get(key) === item) show(item, { state: isRefusal(why) ? 'refused' : 'cut', why });
    }
    pump();
  };

  return {
    subscribe: listeners.subscribe,
    all: () => views,
    /** Who is handed each file that the server has taken, from now on. */
    handTo: (to: typeof taken) => {
      taken = to;
    },
    take: (files: Iterable<File>) => {
      // What was refused has been read by now: the next choice answers it.
      for (const { view } of items.values()) if (view.state === 'refused') items.delete(view.key);
      for (const file of files) {
        const key = String(++count);
        const view: Sending = { key, name: file.name, size: file.size, state: 'waiting', share: 0 };
        items.set(key, { file, stop: new AbortController(), view });
      }
      tell();
      pump();
    },
    /** Sends on what a cut line held up: one file, or all. */
    again: (key?: string) => {
      for (const item of items.values())
        if (item.view.state === 'cut' && (key === undefined || item.view.key === key)) show(item, { state: 'waiting' });
      pump();
    },
    /** Takes one out, whatever has come of it. */
    drop: (key: string) => {
      items.get(key)?.stop.abort(GIVEN_UP);
      items.delete(key);
      tell();
      pump();
    },
    /** The form is closed: nothing goes on, and what had come stays to be gone on with. */
    close: () => {
      for (const { stop } of items.values()) stop.abort();
      items.clear();
      tell();
    },
  };
}

/** Refused for what it is; everything else may go better next time. */
const isRefusal = (why: unknown): boolean =>
  why instanceof ApiProblem && [400, 404, 413, 415, 422].includes(why.problem.status);
