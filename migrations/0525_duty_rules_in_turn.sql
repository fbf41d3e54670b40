-- A unit has rules of duty one after the other, each from its first day until the next begins; so far only the last that was made was held,
-- and nobody was on duty before its first day. Those that held before it are taken from their acts.
alter table duty_rule drop constraint duty_rule_pkey;
alter table duty_rule drop constraint duty_rule_city_unit_key;
alter table duty_rule add primary key (city, id, since);
alter table duty_rule add unique (city, unit, since);
grant delete on duty_rule to huiyin_app;

-- A rule that was made later and begins no later takes the place of one that was made before it.
create temporary table rule_held as
  with made as (
    select city, stream, seq, body::jsonb #> '{payload,given}' as given from act where kind = 'set-duty'
  )
  select city, stream, given from made a
  where not exists (select from made b where b.city = a.city and b.stream = a.stream and b.seq > a.seq
    and b.given ->> 'since' <= a.given ->> 'since');

insert into duty_rule (city, id, unit, weekdays, people, since, eligible, opens, shuts)
  select city, stream, (given ->> 'unit')::uuid, array(select jsonb_array_elements_text(given -> 'weekdays')::integer),
    (given ->> 'people')::integer, (given ->> 'since')::date,
    case when given ? 'eligible' then array(select jsonb_array_elements_text(given -> 'eligible')::uuid) end,
    given #>> '{hours,from}', given #>> '{hours,until}'
  from rule_held
  on conflict (city, id, since) do nothing;

update entry e set state = (
    select jsonb_agg(r.given order by r.given ->> 'since')::text from rule_held r where r.city = e.city and r.stream = e.id)
  where e.noun = 'duty';

drop table rule_held;
