import { LAST_UUID, refuse, type Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { RoundRow } from './round.contract.ts';

/** A round as its opening act made it. */
export type NewRound = {
  id: Uuid;
  mechanism: string;
  version: number;
  year: number;
  number: number;
  name: string;
  heldOn: string;
  attendees: RoundRow['attendees'];
  draft: Uuid | null;
  openedBy: string;
  seq: number;
  hash: string;
  at: string;
};

const insert = {
  name: 'round.insert',
  text: `insert into round (city, id, mechanism, version, year, number, name, held_on, attendees, draft, opened_by, seq, hash, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, decode($13, 'hex'), $14)`,
};

/**
 * Writes a round; refuses a second of the same mechanism, year and number (`matter.round-exists`), and one that was opened under this id meanwhile, whose act the
 * ledger has by then (`ledger.act-already-recorded`).
 */
export async function insertRound(tx: Tx, city: number, r: NewRound): Promise<void> {
  const values = [
    r.id,
    r.mechanism,
    r.version,
    r.year,
    r.number,
    r.name,
    r.heldOn,
    JSON.stringify(r.attendees),
    r.draft,
    r.openedBy,
  ];
  try {
    await tx.run(insert, [city, ...values, r.seq, r.hash, r.at]);
  } catch (error) {
    const { constraint } = error as { constraint?: string };
    if (constraint === 'round_pkey') refuse('ledger.act-already-recorded', { id: r.id }, { status: 409 });
    if (constraint !== 'round_city_mechanism_year_number_key') throw error;
    refuse('matter.round-exists', { year: r.year, number: r.number }, { status: 409, pointer: '/number' });
  }
}

// Counted here and not kept beside: a round has some dozens of matters, and what is kept beside can be wrong.
const columns = `r.id, r.mechanism, r.year, r.number, r.name, r.held_on as "heldOn", r.attendees, r.draft,
  (select count(*)::integer from matter m where m.city = r.city and m.round = r.id) as total,
  (select count(*)::integer from matter m where m.city = r.city and m.round = r.id and m.phase = 'closed') as closed`;

const one = { name: 'round.find', text: `select ${columns} from round r where city = $1 and id = $2` };
const newest = {
  name: 'round.newest',
  text: `select ${columns} from round r where city = $1 and (held_on, id) < ($2::date, $3::uuid) order by held_on desc, id desc limit $4`,
};
const before = {
  name: 'round.before',
  text: `select ${columns} from round r where city = $1 and mechanism = $2 and (year, number) < ($3, $4)
    order by year desc, number desc limit 1`,
};

/** The round of that id, if there is one. */
export const findRound = async (tx: Tx, city: number, id: Uuid): Promise<RoundRow | undefined> =>
  (await tx.run<RoundRow>(one, [city, id]))[0];

/** Rounds, the newest meeting first, after the one with that date and id. */
export const listRounds = (
  tx: Tx,
  city: number,
  after: { heldOn: string; id: Uuid } | null,
  limit: number,
): Promise<RoundRow[]> => tx.run<RoundRow>(newest, [city, after?.heldOn ?? 'infinity', after?.id ?? LAST_UUID, limit]);

/** The round of the same mechanism that came before. */
export const findRoundBefore = async (tx: Tx, city: number, round: RoundRow): Promise<RoundRow | undefined> =>
  (await tx.run<RoundRow>(before, [city, round.mechanism, round.year, round.number]))[0];

const names = { name: 'round.names', text: 'select id, name from round where city = $1 and id = any ($2::uuid[])' };

/** The names of these rounds. */
export async function findRoundNames(tx: Tx, city: number, ids: readonly Uuid[]): Promise<ReadonlyMap<Uuid, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.run<{ id: Uuid; name: string }>(names, [city, ids]);
  return new Map(rows.map((row) => [row.id, row.name]));
}
