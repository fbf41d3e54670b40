import type { Readable } from 'node:stream';
import { z } from 'zod';
import { refuse } from '../../kernel/index.ts';
import { standingSessions, type Caller, type Seating } from '../identity/index.ts';
import { LiveQuery, openHub, Position, type Hub, type LiveSource } from '../live/index.ts';
import type { Http, HttpDeps } from './plugin.ts';

type Deps = HttpDeps & { readonly seating: Seating; readonly onFault: (fault: unknown) => void };

/** As many lines as one process holds, and one session. */
const MOST = { all: 5_000, session: 12 };
/** So often it is asked whether who listens may still listen. */
const WATCH_MS = 15_000;
/** Told that somebody has changed, it is asked after so long. */
const TOGETHER_MS = 100;

/** Described as the text that it is, and sent as a stream. */
const Line = z.string().describe(
  `Events. \`hello\`: the line stands (\`resumed\`: from the position asked for; else read everything anew once). \`moved\`:
\`{ moved: [{ room, id, seq, round }], mine }\`. \`reset\`: more than can be told; read everything anew. \`beat\`: nothing new.
The \`id\` of an event is the position to come back with, as \`Last-Event-ID\` or \`?since=\`: nothing is missed and nothing told twice.`,
) as unknown as z.ZodType<Readable>;

/** The lines that are open in this process. */
export type Lines = {
  /** Ends the lines of a session at once. */
  dismiss(token: string): void;
  /** Asks soon whether all who listen may still listen. */
  look(): void;
};

/**
 * The live line, server-sent events. A session that ends elsewhere, a seat that is changed or given up ends its lines as soon
 * as it is told of, and at the latest within {@link WATCH_MS}.
 */
export function liveRoutes(http: Http, deps: Deps, source: LiveSource): Lines {
  const hub = openHub(deps.pool, source, { most: MOST, onFault: deps.onFault });
  const watch = () => void sendAway(hub, deps).catch(deps.onFault);
  const watching = setInterval(watch, WATCH_MS).unref();
  let looking: NodeJS.Timeout | undefined;
  // Before the server waits for answers under way: these would never end.
  http.addHook('preClose', async () => {
    clearInterval(watching);
    clearTimeout(looking);
    await hub.close();
  });

  http.get(
    '/api/live',
    {
      schema: {
        tags: ['live'],
        summary: 'Hear of what moves, as it moves',
        description: 'Only that something has moved which the seat may see, never what it says.',
        querystring: LiveQuery,
        produces: ['text/event-stream'],
        response: { 200: Line },
      },
    },
    (request, reply) => {
      const last = Position.safeParse(request.headers['last-event-id']);
      const reader = hub.open(request.token!, request.caller, last.data ?? request.query.since ?? null);
      if (!reader) return refuse('http.too-many-lines', {}, { status: 503 });
      reply
        .header('content-type', 'text/event-stream; charset=utf-8')
        // A proxy that gathers or compresses would keep the news to itself.
        .header('cache-control', 'no-store, no-transform')
        .header('x-accel-buffering', 'no');
      return reader.body;
    },
  );
  return {
    dismiss: (token) => hub.dismiss(token),
    // Changes come in crowds, as a table of seats is read in: they are looked at together.
    look() {
      looking ??= setTimeout(() => {
        looking = undefined;
        watch();
      }, TOGETHER_MS).unref();
    },
  };
}

/** Ends the lines of whoever is not, or not that, any more. They come back as what they are now, or are told to sign in. */
async function sendAway(hub: Hub, { pool, seating, now }: Deps): Promise<void> {
  const byCity = Map.groupBy(hub.guests(), ({ caller }) => caller.city);
  for (const [city, guests] of byCity) {
    const tokens = [...new Set(guests.map(({ token }) => token))];
    const sessions = await standingSessions(pool, city, tokens, now());
    const seats = new Map<string, Promise<Caller | null | undefined>>();
    for (const { reader, caller, token } of guests) {
      const session = sessions.get(token);
      const seat = session && (session.seat ?? caller.seat);
      if (!session || seat !== caller.seat) reader.end();
      else {
        if (!seats.has(seat)) seats.set(seat, seating.findCaller(pool, city, session.account, seat, now()));
        if (!sameSight(caller, await seats.get(seat))) reader.end();
      }
    }
  }
}

const sameSight = (before: Caller, now: Caller | null | undefined): boolean =>
  now?.role === before.role && now.units.toSorted().join() === before.units.toSorted().join();
