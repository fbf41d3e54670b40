import type { Tx } from '../platform/postgres/index.ts';
import type { FirstSteps, SetSteps } from './contract.ts';

const begin = {
  name: 'founding.begin-steps',
  text: 'insert into first_steps (city) values ($1) on conflict do nothing',
};

/** From now on the city is shown its first steps. */
export const beginSteps = async (tx: Tx, city: number): Promise<void> => void (await tx.run(begin, [city]));

// A unit takes part unless it is a government, which is answered for by its departments, or the supervision office itself.
const steps = {
  name: 'founding.steps',
  text: `with held as (
      select unit, role from seat where city = $1 and from_at <= $2 and (until_at is null or until_at > $2)
    ), taking as (
      select u.id from unit u where u.city = $1 and u.retired_at is null and u.kind <> 'government'
        and not exists (select from held h where h.unit = u.id and h.role = 'supervisor')
    )
    select f.city is not null as begun, f.rules_seen_at is not null as "rulesSeen", f.dismissed_at is not null as dismissed,
      (select count(*) from unit where city = $1 and retired_at is null)::integer as units,
      (select count(*) from held where role = 'supervisor')::integer as supervisors,
      (select count(*) from held where role = 'mayor')::integer as mayors,
      (select count(*) from taking t where not exists (select from held h where h.unit = t.id and h.role = 'handler'))::integer
        as "withoutHandler",
      (select count(*) from taking t where not exists (select from held h where h.unit = t.id and h.role = 'head'))::integer
        as "withoutHead",
      (select count(*) from account where city = $1 and disabled_at is null and not has_password)::integer as "withoutPassword",
      (select count(*) from round where city = $1)::integer as rounds
    from (select $1::integer as city) asked left join first_steps f on f.city = asked.city`,
};

/** How far the city is. Counted each time: a few thousand rows, read while a city is being set up. */
export const findSteps = async (tx: Tx, city: number, now: Date): Promise<FirstSteps> =>
  (await tx.run<FirstSteps>(steps, [city, now]))[0]!;

const set = {
  name: 'founding.set-steps',
  text: `update first_steps set rules_seen_at = case when $3 then coalesce(rules_seen_at, $2) else rules_seen_at end,
      dismissed_at = case when $4::boolean is null then dismissed_at when $4 then coalesce(dismissed_at, $2) end
    where city = $1`,
};

/** Notes what was seen or put away; what is not given stays, and what was seen is never unseen. */
export const saveSteps = async (tx: Tx, city: number, { rulesSeen, dismissed }: SetSteps, now: Date): Promise<void> =>
  void (await tx.run(set, [city, now, rulesSeen ?? false, dismissed ?? null]));
