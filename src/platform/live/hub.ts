import type { Caller } from '../identity/index.ts';
import { listen, MOVED_CHANNEL, type Listening, type Pool } from '../postgres/index.ts';
import { cityLine, type CityLine } from './city-line.ts';
import { openReader, type Reader } from './reader.ts';
import type { LiveSource } from './source.ts';

/** A reader who is let in, and whose session says how long. */
export type Guest = { readonly reader: Reader; readonly caller: Caller; readonly token: string };

/** All live lines of this process, over one listening connection. */
export type Hub = {
  /** Opens a line for a seat; null when this process holds as many as it may. */
  open(token: string, caller: Caller, since: string | null): Reader | null;
  guests(): readonly Guest[];
  /** Ends the lines of a session that has ended or changed its seat. */
  dismiss(token: string): void;
  /** Ends all lines, for good. */
  close(): Promise<void>;
};

type Settings = {
  /** As many lines as this process holds at most, and one session of them. */
  readonly most: { readonly all: number; readonly session: number };
  readonly onFault: (fault: unknown) => void;
};

/** Looked so often without being told to: a notice may have died with the process that was to send it. */
const LOOK_MS = 5_000;
/** Every so many looks everybody is told that the line stands. */
const BEAT_EVERY = 3;
/** A page that has read nothing for so long is gone, or will have to come back. */
const STUCK_MS = 90_000;

/** Opens what tells the open pages of this process that something moved: a line for each city, which listens while it has readers. */
export function openHub(pool: Pool, source: LiveSource, { most, onFault }: Settings): Hub {
  const cities = new Map<number, CityLine>();
  const guests = new Map<Reader, Guest>();
  let listening: Listening | undefined;
  let looking: NodeJS.Timeout | undefined;
  let looks = 0;
  let closed = false;

  /** Begins with the first reader: a process that serves no page needs no connection for it. */
  function begin(): void {
    listening ??= listen(pool, MOVED_CHANNEL, {
      notice: (moved) => {
        if (Array.isArray(moved)) for (const city of moved as unknown[]) cities.get(city as number)?.wake();
      },
      stands: () => cities.forEach((line) => line.wake()),
    });
    looking ??= setInterval(look, LOOK_MS).unref();
  }

  function look(): void {
    const beat = ++looks % BEAT_EVERY === 0;
    for (const line of cities.values()) line.wake(beat);
    for (const { reader } of guests.values()) {
      const stuck = reader.stuckSince();
      if (stuck !== null && performance.now() - stuck > STUCK_MS) reader.body.destroy();
    }
  }

  function lineOf(city: number): CityLine {
    const line = cities.get(city) ?? cityLine(pool, source, city, onFault);
    cities.set(city, line);
    return line;
  }

  return {
    open(token, caller, since) {
      if (closed || guests.size >= most.all) return null;
      begin();
      const own = [...guests.values()].filter((guest) => guest.token === token);
      // The oldest makes room: it is a tab that was left, or one that comes back by itself.
      if (own.length >= most.session) own[0]!.reader.end();
      const line = lineOf(caller.city);
      const reader: Reader = openReader(() => {
        guests.delete(reader);
        line.leave(reader);
      });
      guests.set(reader, { reader, caller, token });
      line.join(reader, caller, since);
      return reader;
    },
    guests: () => [...guests.values()],
    dismiss(token) {
      for (const guest of guests.values()) if (guest.token === token) guest.reader.end();
    },
    async close() {
      closed = true;
      clearInterval(looking);
      for (const { reader } of guests.values()) reader.end();
      await listening?.close();
    },
  };
}
