import { findSitters, findUnits, mayorsAmong } from '../../directory/index.ts';
import { endOfDay, refuse, startOfDay } from '../../kernel/index.ts';
import { findMatters } from '../../matters/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { Looks, ShownPage, ShownQuery, ShownRow } from '../contract.ts';
import { mayReadShown } from './log-access.rules.ts';
import { listShown, numbersOfShown, type LoggedShowing, type ShownFilter } from './log.store.ts';

const PAGE = 50;
/** So many showings an originator is told of, the newest; nobody's data is looked at more often without a question to be asked. */
const TOLD = 100;
const NONE: ShownFilter = {
  unit: null,
  seat: null,
  matter: null,
  originator: null,
  from: null,
  until: null,
  after: null,
};

/**
 * Who was shown what is personal, the newest first, a page at a time. Throws `privacy.log-not-yours` (403) for all but
 * administrators and the supervision office.
 */
export async function viewShown(tx: Tx, caller: Caller, query: ShownQuery): Promise<ShownPage> {
  if (!mayReadShown(caller.role)) refuse('privacy.log-not-yours', {}, { status: 403 });
  const found = await listShown(tx, caller.city, filterOf(query), PAGE + 1);
  const shown = found.slice(0, PAGE);
  const last = found.length > PAGE ? shown.at(-1)! : null;
  return { rows: await named(tx, caller.city, shown), next: last && `${last.id}.${last.originator}` };
}

function filterOf({ unit, seat, matter, originator, from, until, after }: ShownQuery): ShownFilter {
  const [id, whose] = after?.split('.') ?? [];
  return {
    unit: unit ?? null,
    seat: seat ?? null,
    matter: matter ?? null,
    originator: originator ?? null,
    from: from ? startOfDay(from) : null,
    until: until ? endOfDay(until) : null,
    after: id && whose ? { id, originator: whose } : null,
  };
}

async function named(tx: Tx, city: number, found: readonly LoggedShowing[]): Promise<ShownRow[]> {
  const sitter = await findSitters(tx, city, [...new Set(found.map(({ seat }) => seat))]);
  const unread = found.flatMap(({ matter, number }) => (matter !== null && number === null ? [matter] : []));
  const numbers = await numbersOfShown(tx, [...new Set(unread)]);
  return found.map(({ id, at, seat, unit, purpose, originator, enterprise, matter, number }) => {
    const sat = sitter(seat, at);
    const who = { seat, who: sat?.name ?? '', title: sat?.title ?? '', unit };
    const known = number ?? numbers.get(matter ?? '');
    const of = matter !== null && known !== undefined ? { id: matter, number: known, readable: number !== null } : null;
    return { id, at: at.toISOString(), ...who, purpose, matter: of, originator, enterprise };
  });
}

/**
 * What an originator is told of who looked at what is personal of theirs, as the caller. A session of one matter tells of that one. Of a
 * sealed matter nothing: it holds their words and not who they are, and what is noted among those who are named is theirs alone.
 */
export async function viewLooks(tx: Tx, caller: Caller, matter: string | null): Promise<Looks['rows']> {
  const found = await listShown(tx, caller.city, { ...NONE, originator: caller.seat, matter }, TOLD);
  const units = await findUnits(tx, caller.city);
  const matters = await findMatters(tx, caller.city, [...new Set(found.flatMap((one) => one.matter ?? []))]);
  const open = found.filter((one) => one.matter === null || matters.get(one.matter)?.sealed !== true);
  const mayors = await mayorsAmong(
    tx,
    caller.city,
    open.map(({ seat }) => seat),
  );
  return open.map(({ at, unit, seat, purpose }) => ({
    at: at.toISOString(),
    unit: unit && (units.get(unit)?.name ?? null),
    mayor: mayors.has(seat),
    purpose,
  }));
}
