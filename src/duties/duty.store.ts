import type { Day, Uuid } from '../kernel/index.ts';
import { streamOf, type EntryAct, type Noun } from '../ledger/index.ts';
import type { Tx } from '../platform/postgres/index.ts';
import type { DutyRule } from './duty.contract.ts';

function foldDuty(_: DutyRule | null, { kind, given }: EntryAct): DutyRule {
  if (kind !== 'set-duty') throw new Error(`no act on a rule of duty: ${kind}`);
  return given as DutyRule;
}

/** The stream of a unit's rule: always the same for the same unit. */
export const dutyOf = (unit: Uuid): Uuid => streamOf(`duty/${unit}`);

const COLUMNS = `unit, weekdays, people, since`;
const find = { name: 'duty.find', text: `select ${COLUMNS} from duty_rule where city = $1 and unit = $2` };
/** The rule by which a unit keeps people on duty; undefined where it keeps none. */
export const findDutyRule = async (tx: Tx, city: number, unit: Uuid): Promise<DutyRule | undefined> =>
  (await tx.run<DutyRule>(find, [city, unit]))[0];

const write = {
  name: 'duty.write',
  text: `insert into duty_rule (city, id, unit, weekdays, people, since)
    select $1, id, unit, array(select json_array_elements_text(weekdays)::integer), people, since
    from json_to_recordset($2) as r (id uuid, unit uuid, weekdays json, people integer, since date)
    on conflict (city, id) do update set weekdays = excluded.weekdays, people = excluded.people, since = excluded.since`,
};
const stretch = {
  name: 'duty.within',
  text: `select id, ${COLUMNS} from duty_rule where city = $1 and id >= $2 and id <= $3`,
};

/** Rules of duty, as the register keeps them. */
export const dutyNoun: Noun<DutyRule> = {
  name: 'duty',
  opens: 'set-duty',
  fold: foldDuty,
  async write(tx, city, entries) {
    await tx.run(write, [city, JSON.stringify(entries.map(({ id, state }) => ({ id, ...state })))]);
  },
  async read(tx, city, { from, upTo }) {
    const rows = await tx.run<{ id: Uuid } & DutyRule & { since: Day }>(stretch, [city, from, upTo]);
    return rows.map(({ id, ...state }) => ({ id, state }));
  },
};
