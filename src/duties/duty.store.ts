import type { Uuid } from '../kernel/index.ts';
import { rowEach, streamOf, type EntryAct, type Noun } from '../ledger/index.ts';
import type { Tx } from '../platform/postgres/index.ts';
import type { DutyRule } from './duty.contract.ts';

function foldDuty(_: DutyRule | null, { kind, given }: EntryAct): DutyRule {
  if (kind !== 'set-duty') throw new Error(`no act on a rule of duty: ${kind}`);
  return given as DutyRule;
}

/** The stream of a unit's rule: always the same for the same unit. */
export const dutyOf = (unit: Uuid): Uuid => streamOf(`duty/${unit}`);

type Row = Omit<DutyRule, 'eligible' | 'hours'> & {
  eligible: Uuid[] | null;
  opens: string | null;
  shuts: string | null;
};
const ruleOf = ({ eligible, opens, shuts, ...rule }: Row): DutyRule => ({
  ...rule,
  ...(eligible ? { eligible } : {}),
  ...(opens !== null && shuts !== null ? { hours: { from: opens, until: shuts } } : {}),
});

const COLUMNS = `unit, weekdays, people, since, eligible, opens, shuts`;
const find = {
  name: 'duty.find',
  text: `select ${COLUMNS} from duty_rule where city = $1 and ($2::uuid is null or unit = $2) order by unit`,
};
/** The rules by which units keep people on duty: of one unit, or with null of all that keep any. */
export const findDutyRules = async (tx: Tx, city: number, unit: Uuid | null): Promise<DutyRule[]> =>
  (await tx.run<Row>(find, [city, unit])).map(ruleOf);

const write = {
  name: 'duty.write',
  text: `insert into duty_rule (city, id, unit, weekdays, people, since, eligible, opens, shuts)
    select $1, id, unit, array(select json_array_elements_text(weekdays)::integer), people, since,
      case when eligible is not null then array(select json_array_elements_text(eligible)::uuid) end, hours->>'from', hours->>'until'
    from json_to_recordset($2) as r (id uuid, unit uuid, weekdays json, people integer, since date, eligible json, hours json)
    on conflict (city, id) do update set weekdays = excluded.weekdays, people = excluded.people, since = excluded.since,
      eligible = excluded.eligible, opens = excluded.opens, shuts = excluded.shuts`,
};
const within = {
  name: 'duty.within',
  text: `select id, ${COLUMNS} from duty_rule where city = $1 and id >= $2 and id <= $3`,
};

/** Rules of duty, as the register keeps them. */
export const dutyNoun: Noun<DutyRule> = {
  name: 'duty',
  opens: 'set-duty',
  fold: foldDuty,
  ...rowEach({ write, within, stateOf: ruleOf }),
};
