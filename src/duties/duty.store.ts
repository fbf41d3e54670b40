import type { Uuid } from '../kernel/index.ts';
import { streamOf, type EntryAct, type Noun } from '../ledger/index.ts';
import type { Tx } from '../platform/postgres/index.ts';
import type { DutyDone, HeldRule } from './duty.contract.ts';
import { endedFrom, withoutRule, withRule } from './duty.rules.ts';

type Rules = readonly HeldRule[];

function foldDuty(rules: Rules | null, { kind, given }: EntryAct): Rules {
  const done = { kind, given } as DutyDone;
  switch (done.kind) {
    case 'set-duty':
      return withRule(rules ?? [], done.given);
    case 'end-duty':
      return endedFrom(rules ?? [], done.given.from);
    case 'take-back-duty':
      return withoutRule(rules ?? [], done.given.since);
    default:
      throw new Error(`no act on a rule of duty: ${kind}`);
  }
}

/** The stream of a unit's rules: always the same for the same unit. */
export const dutyOf = (unit: Uuid): Uuid => streamOf(`duty/${unit}`);

type Row = Omit<HeldRule, 'eligible' | 'hours' | 'ends' | 'titles'> & {
  eligible: Uuid[] | null;
  titles: string[] | null;
  opens: string | null;
  shuts: string | null;
  ends: string | null;
};
const ruleOf = ({ eligible, opens, shuts, ends, titles, ...rule }: Row): HeldRule => ({
  ...rule,
  ...(eligible ? { eligible } : {}),
  ...(opens !== null && shuts !== null ? { hours: { from: opens, until: shuts } } : {}),
  ...(titles ? { titles } : {}),
  ...(ends === null ? {} : { ends }),
});

const COLUMNS = `unit, weekdays, people, since, eligible, opens, shuts, ends, titles`;
const find = {
  name: 'duty.find',
  text: `select ${COLUMNS} from duty_rule where city = $1 and ($2::uuid is null or unit = $2) order by unit, since`,
};
/** The rules by which units keep people on duty, in the order of their first days: of one unit, or with null of all that keep any. */
export async function findDutyRules(tx: Tx, city: number, unit: Uuid | null): Promise<ReadonlyMap<Uuid, Rules>> {
  const rules = (await tx.run<Row>(find, [city, unit])).map(ruleOf);
  return Map.groupBy(rules, (rule) => rule.unit);
}

const write = {
  name: 'duty.write',
  text: `with r as (select * from json_to_recordset($2) as r (id uuid, unit uuid, weekdays json, people integer, since date, eligible json,
      hours json, ends date, titles json)),
    over as (delete from duty_rule d where d.city = $1 and d.id = any ($3::uuid[])
      and not exists (select from r where r.id = d.id and r.since = d.since))
    insert into duty_rule (city, id, unit, weekdays, people, since, eligible, opens, shuts, ends, titles)
    select $1, id, unit, array(select json_array_elements_text(weekdays)::integer), people, since,
      case when eligible is not null then array(select json_array_elements_text(eligible)::uuid) end, hours->>'from', hours->>'until', ends,
      case when titles is not null then array(select json_array_elements_text(titles)) end
    from r
    on conflict (city, id, since) do update set weekdays = excluded.weekdays, people = excluded.people,
      eligible = excluded.eligible, opens = excluded.opens, shuts = excluded.shuts, ends = excluded.ends, titles = excluded.titles`,
};
const within = {
  name: 'duty.within',
  text: `select id, ${COLUMNS} from duty_rule where city = $1 and id >= $2 and id <= $3 order by id, since`,
};
// A unit whose only rule was taken back has none: its entry says so, and no row.
const without = {
  name: 'duty.without',
  text: `select e.id from entry e where e.city = $1 and e.noun = 'duty' and e.id >= $2 and e.id <= $3
    and not exists (select from duty_rule d where d.city = e.city and d.id = e.id)`,
};

/** Rules of duty, as the register keeps them: one after the other, a row for each. */
export const dutyNoun: Noun<Rules> = {
  name: 'duty',
  opens: 'set-duty',
  fold: foldDuty,
  async write(tx, city, entries) {
    const rows = entries.flatMap(({ id, state }) => state.map((rule) => ({ id, ...rule })));
    await tx.run(write, [city, JSON.stringify(rows), entries.map(({ id }) => id)]);
  },
  async read(tx, city, { from, upTo }) {
    const rows = await tx.run<Row & { id: Uuid }>(within, [city, from, upTo]);
    const entries = Map.groupBy(rows, ({ id }) => id);
    const none = await tx.run<{ id: Uuid }>(without, [city, from, upTo]);
    return [
      ...[...entries].map(([id, held]) => ({ id, state: held.map(({ id: _, ...row }) => ruleOf(row)) })),
      ...none.map(({ id }) => ({ id, state: [] })),
    ];
  },
};
