import type { Uuid } from '../../kernel/index.ts';
import { ACT_COLUMNS, readActs, type StoredAct } from '../../ledger/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';

// Bodies are canonical JSON, in which a quotation mark within a person's words is always escaped: these fragments stand
// nowhere but where they mean it.
const moving = {
  name: 'story.moving',
  text: `select ${ACT_COLUMNS} from act where city = $1 and stream = $2 and seq < $3
      and (kind = 'correct' or body not like '%"effects":[]%') order by seq`,
};

/** The acts before one of them that moved a matter: all that had effects, and corrections. Of hundreds of reports, none. */
export const readMoving = (tx: Tx, city: number, matter: Uuid, before: number): Promise<StoredAct[]> =>
  readActs(tx, moving, [city, matter, before]);

const reports = {
  name: 'story.last-reports',
  text: `select r.* from unnest($4::text[]) as u (unit) cross join lateral (
      select ${ACT_COLUMNS} from act where city = $1 and stream = $2 and seq < $3 and kind = 'report'
        and body like '%"unit":"' || u.unit || '"},"seat":%' order by seq desc limit 1) r`,
};

/** The newest report of each of these units before an act, where there is one. */
export const readLastReports = (
  tx: Tx,
  city: number,
  matter: Uuid,
  { before, units }: { before: number; units: readonly Uuid[] },
): Promise<StoredAct[]> => readActs(tx, reports, [city, matter, before, units]);
