import { foldAll } from '../../src/matters/life/fold.rules.ts';
import { live, mechanism } from '../world/lives.ts';
import type { Pool } from '../../src/platform/postgres/index.ts';
import { AGENTS, type Ticket } from './tickets.ts';

/** Where a ticket stands, in words that both of the others have. */
export type Status = 'new' | 'open' | 'closed';
/** What was done to a ticket after it was made: something said, or where it stood changed, or both. */
type Entry = { ticket: number; k: number; at: string; agent: number; text: string | null; was: Status; is: Status };

/** What was done to a matter, told as the history of a ticket: each act that says something is a reply. */
export function historyOf({ n, given }: Ticket, now: Date): { created: string; entries: Entry[]; status: Status } {
  const { acts } = live(given, now);
  const stages: string[] = [];
  foldAll(acts, ({ stage }) => stages.push(stage));
  let status: Status = 'new';
  const entries = acts.slice(1).map((act, i): Entry => {
    const was = status;
    status = STATUS[mechanism.stages[stages[i + 1]!]!.phase];
    const { text, result, reason } = act.given as Record<string, string | undefined>;
    return {
      ticket: n,
      k: i,
      at: act.at,
      agent: (n + i) % AGENTS,
      text: text ?? result ?? reason ?? null,
      was,
      is: status,
    };
  });
  return { created: acts[0]!.at, status, entries: entries.filter((e) => e.text !== null || e.was !== e.is) };
}
const STATUS = { open: 'new', assigned: 'new', working: 'open', answered: 'open', closed: 'closed' } as const;

const STAGING = `create unlogged table bench_ticket (n integer, queue integer, agent integer, subject text, body text, coded text,
    due date, created timestamp, updated timestamp, closed timestamp, status text);
  create unlogged table bench_entry (ticket integer, k integer, at timestamp, agent integer, text text, coded text, was text, "is" text)`;
const BATCH = 5_000;

/** Writes all tickets and their histories beside the tables of another system, from where its own SQL makes rows of them. */
export async function stage(
  owner: Pool,
  all: readonly Ticket[],
  now: Date,
  coded: (text: string) => string,
): Promise<void> {
  await owner.query(`drop table if exists bench_ticket, bench_entry; ${STAGING}`);
  for (let from = 0; from < all.length; from += BATCH) {
    const rows: object[] = [];
    const history: object[] = [];
    for (const ticket of all.slice(from, from + BATCH)) {
      const { created, status, entries } = historyOf(ticket, now);
      const { n, queue, subject, body, due } = ticket;
      const updated = entries.at(-1)?.at ?? created;
      const closed = status === 'closed' ? updated : null;
      const agent = n % AGENTS;
      rows.push({ n, queue, agent, subject, body, coded: coded(body), due, created, updated, closed, status });
      for (const entry of entries) history.push({ ...entry, coded: entry.text && coded(entry.text) });
    }
    await owner.query(`insert into bench_ticket select * from json_populate_recordset(null::bench_ticket, $1)`, [
      JSON.stringify(rows),
    ]);
    await owner.query(`insert into bench_entry select * from json_populate_recordset(null::bench_entry, $1)`, [
      JSON.stringify(history),
    ]);
  }
  await owner.query('analyze bench_ticket; analyze bench_entry');
}
