import { setTimeout as pause } from 'node:timers/promises';
import type { LiveNews, Moved } from '../../src/platform/live/contract.ts';

export type LiveEvent = { readonly event: string; readonly id: string | null; readonly data: Partial<LiveNews> };

/** A page's side of the live line: what it heard, in order. */
export type Ear = {
  readonly status: number;
  readonly headers: Headers;
  readonly heard: LiveEvent[];
  /** `id seq` of everything that was said to have moved. */
  moved(): string[];
  /** The position after everything heard so far. */
  position(): string;
  /** Waits for an event that fits, those heard already included. */
  until(fits: (event: LiveEvent) => boolean, patienceMs?: number): Promise<LiveEvent>;
  /** Waits until the server ends the line. */
  ended: Promise<void>;
  hangUp(): void;
};

/** Listens as the holder of that token, from that position on (a header, as browsers send it). */
export async function listenAt(address: string, token: string, since?: string): Promise<Ear> {
  const line = new AbortController();
  const answer = await fetch(`${address}/api/live`, {
    headers: { authorization: `Bearer ${token}`, ...(since === undefined ? {} : { 'last-event-id': since }) },
    signal: line.signal,
  });
  const heard: LiveEvent[] = [];
  const ended = answer.ok && answer.body ? hear(answer.body, heard).catch(() => undefined) : Promise.resolve();
  const until: Ear['until'] = async (fits, patienceMs = 8_000) => {
    const limit = performance.now() + patienceMs;
    for (;;) {
      const found = heard.find(fits);
      if (found) return found;
      if (performance.now() > limit) throw new Error(`not heard in time; heard: ${JSON.stringify(heard)}`);
      await pause(20);
    }
  };
  return {
    status: answer.status,
    headers: answer.headers,
    heard,
    moved: () => heard.flatMap(({ data }) => data.moved ?? []).map((one) => `${one.id} ${one.seq}`),
    position: () => heard.findLast(({ id }) => id !== null)!.id!,
    until,
    ended,
    hangUp: () => line.abort(),
  };
}

/** An event that says that this stream has come to this act. */
export const saysOf =
  (id: string, seq: number) =>
  ({ data }: LiveEvent): boolean =>
    data.moved?.some((one: Moved) => one.id === id && one.seq === seq) ?? false;

async function hear(body: ReadableStream<Uint8Array>, heard: LiveEvent[]): Promise<void> {
  let rest = '';
  for await (const text of body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)) {
    const blocks = (rest + text).split('\n\n');
    rest = blocks.pop()!;
    for (const block of blocks) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? null;
      const event = field('event');
      if (event) heard.push({ event, id: field('id'), data: JSON.parse(field('data') ?? '{}') as LiveEvent['data'] });
    }
  }
}
