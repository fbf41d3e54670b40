import type { LiveNews, Moved } from './contract.ts';

/**
 * What one reader has not been sent yet. News of one matter replace older news of it, and past a bound they become "read
 * everything anew": a reader who is slow, or does not read at all, never costs more than this.
 */
export type Outbox = {
  readonly position: string | null;
  readonly moved: ReadonlyMap<string, Moved>;
  readonly mine: boolean;
  /** How the line was opened: at the position that was asked for, or at the present. */
  readonly hello: 'resumed' | 'fresh' | null;
  readonly reset: boolean;
  readonly beat: boolean;
};

export const EMPTY: Outbox = { position: null, moved: new Map(), mine: false, hello: null, reset: false, beat: false };

/** News for more than so many matters are not told one by one. */
export const MOST_WAITING = 500;

/** The line begins at this position. */
export const greeted = (box: Outbox, hello: 'resumed' | 'fresh', position: string): Outbox => ({
  ...box,
  hello,
  position,
});

/** Nothing happened up to this position, which is told all the same: the line stands. */
export const beaten = (box: Outbox, position: string): Outbox => ({ ...box, position, beat: true });

/** Too much has happened up to this position to be told one by one. */
export const emptied = (box: Outbox, position: string): Outbox => ({
  ...EMPTY,
  hello: box.hello,
  position,
  reset: true,
});

/** More news, up to this position. */
export function added(box: Outbox, news: LiveNews, position: string): Outbox {
  if (box.reset) return { ...box, position };
  const moved = new Map(box.moved);
  for (const one of news.moved) if ((moved.get(one.id)?.seq ?? 0) < one.seq) moved.set(one.id, one);
  if (moved.size > MOST_WAITING) return emptied(box, position);
  return { ...box, position, moved, mine: box.mine || news.mine };
}

/**
 * What goes out, as events of `text/event-stream`; empty when there is nothing to say. Every event carries the position that
 * is reached once it and those before it are heard, so a hello that is followed by news has none yet.
 */
export function framesOf({ position, moved, mine, hello, reset, beat }: Outbox): string {
  const news = moved.size > 0 || mine;
  const frames: string[] = [];
  if (hello) frames.push(frame('hello', news || reset ? null : position, { resumed: hello === 'resumed' }));
  if (reset) frames.push(frame('reset', position, {}));
  else if (news) frames.push(frame('moved', position, { moved: [...moved.values()], mine } satisfies LiveNews));
  else if (beat && !hello) frames.push(frame('beat', position, {}));
  return frames.join('');
}

const frame = (event: string, id: string | null, data: object): string =>
  `event: ${event}\n${id === null ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`;
