import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { bitOf, type Mark } from '../../mechanism/index.ts';
import { factSince, type Fact, type FactSince } from './fact.rules.ts';

const bit = (mark: Mark): string => `(f.marks & ${bitOf(mark)}) <> 0`;
// As `factSince` says: what came first stays; what stands goes when it stands no more.
const assigned = `coalesce(l.assigned_on, case when ${bit('assigned')} then coalesce(f.there, f.day) end)`;
const accepted = `coalesce(l.accepted_on, case when ${bit('accepted')} then coalesce(f.there, f.day) end)`;
const answered = `case when ${bit('answered')} then coalesce(f.answer, l.answered_on, f.day) end`;
const closed = `case when ${bit('closed')} then coalesce(l.closed_on, f.day) end`;

const write = {
  name: 'matter.fact',
  text: `with f as (select $3::timestamptz as since, ($3::timestamptz at time zone 'Asia/Shanghai')::date as day, $4::text as mechanism,
        $5::uuid as lead, $6::text[] as category, $7::text as channel, $8::uuid as originator, $9::bigint as marks,
        $10::integer as bounces, $11::integer as returns, $12::integer as reopenings, $13::boolean as joined, $14::date as registered_on,
        $15::text as moment, $16::bigint as amount, $17::boolean as struck, $18::date as answer, $19::date as there),
      l as (select since, assigned_on, accepted_on, answered_on, closed_on from matter_fact
        where city = $1 and matter = $2 and until = 'infinity'),
      ended as (update matter_fact set until = $3 where city = $1 and matter = $2 and until = 'infinity' and since < $3)
    insert into matter_fact (city, matter, since, until, mechanism, lead, category, channel, originator, marks, bounces, returns,
      reopenings, registered_on, assigned_on, accepted_on, answered_on, closed_on, counted_on, amount)
    select $1, $2, f.since, 'infinity', f.mechanism, f.lead, f.category, f.channel, f.originator, f.marks, f.bounces, f.returns,
      f.reopenings, f.registered_on, ${assigned}, ${accepted}, ${answered}, ${closed},
      case when f.joined then null else coalesce(case f.moment when 'registered' then f.registered_on when 'assigned' then ${assigned}
        when 'accepted' then ${accepted} when 'answered' then ${answered} else ${closed} end, case when f.struck then ${closed} end) end, f.amount
    from f left join l on true
    on conflict (city, matter, since) do update set lead = excluded.lead, category = excluded.category, channel = excluded.channel,
      originator = excluded.originator, marks = excluded.marks, bounces = excluded.bounces, returns = excluded.returns,
      reopenings = excluded.reopenings, assigned_on = excluded.assigned_on, accepted_on = excluded.accepted_on,
      answered_on = excluded.answered_on, closed_on = excluded.closed_on, counted_on = excluded.counted_on, amount = excluded.amount`,
};

/** Ends what a matter counted as and begins what it counts as now, since `at`. Of two at one instant the later stands. */
export async function writeFact(tx: Tx, city: number, matter: Uuid, fact: Fact, at: string): Promise<void> {
  const { mechanism, lead, category, channel, originator, marks, bounces, returns, reopenings } = fact;
  const own = [mechanism, lead, category, channel, originator, marks, bounces, returns, reopenings];
  await tx.run(write, [
    city,
    matter,
    at,
    ...own,
    fact.joined,
    fact.registeredOn,
    fact.by,
    fact.amount,
    fact.struck,
    fact.answer,
    fact.there,
  ]);
}

/** Columns that JSON records carry into the table of facts. */
const FACT = `matter uuid, since timestamptz, until timestamptz, mechanism text, lead uuid, category json, channel text,
  originator uuid, marks bigint, bounces integer, returns integer, reopenings integer, registered_on date, assigned_on date,
  accepted_on date, answered_on date, closed_on date, counted_on date, amount bigint`;
const COLUMNS = FACT.replaceAll(/ (uuid|timestamptz|text|json|integer|date|bigint)(,|$)/gu, '$2');

/** Writes records of facts, of which the parameter numbered `n` holds the JSON; `$1` is the city. */
export const insertFacts = (n: number): string => `insert into matter_fact (city, ${COLUMNS})
  select $1, ${COLUMNS.replace('category', 'array(select json_array_elements_text(category))')}
  from json_to_recordset($${n}) as r (${FACT})`;

/** A fact as such a record; `until`: when the next began. */
export const factRecord = (matter: Uuid, fact: FactSince, until: string | null): Record<string, unknown> => ({
  matter,
  since: fact.since,
  until: until ?? 'infinity',
  mechanism: fact.mechanism,
  lead: fact.lead,
  category: fact.category,
  channel: fact.channel,
  originator: fact.originator,
  marks: fact.marks,
  bounces: fact.bounces,
  returns: fact.returns,
  reopenings: fact.reopenings,
  registered_on: fact.registeredOn,
  assigned_on: fact.assignedOn,
  accepted_on: fact.acceptedOn,
  answered_on: fact.answeredOn,
  closed_on: fact.closedOn,
  counted_on: fact.countedOn,
  amount: fact.amount,
});

/** The record of a matter's first fact. */
export const firstFact = (matter: Uuid, fact: Fact, at: string): Record<string, unknown> =>
  factRecord(matter, factSince(null, fact, at), null);

const adopted = { name: 'matter.adopt-facts', text: `${insertFacts(2)} on conflict do nothing` };

/** Writes what matters counted as from their beginning. */
export const adoptFactRows = (tx: Tx, city: number, records: readonly Record<string, unknown>[]): Promise<unknown[]> =>
  tx.run(adopted, [city, JSON.stringify(records)]);
