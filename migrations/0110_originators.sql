-- Who raised a matter reads it, and nothing else of the city: not what is open to every seat, as an originator sits on none.

alter table matter add column originators uuid[] not null default '{}';
-- What the policy asks for is in the indexes that the workbench counts by, which then reads no rows (see 0004).
drop index matter_due;
create index matter_due on matter (city, due_at, id, phase, stage, area) include (open_to_city, units, originators)
  where phase <> 'closed';
drop index matter_todo;
create index matter_todo on matter (city, todo_at, id) include (open_to_city, units, originators) where todo is not null;
create index matter_originators on matter using gin (originators) where originators <> '{}';

-- What every seat may read is nothing to an originator, in the searches of the desks too, which ask this alone.
create or replace function matter_readable(open_to_city boolean, units uuid[], role text, own uuid[]) returns boolean
  immutable parallel safe language sql
  as $$ select role <> 'originator' and (role in ('supervisor', 'mayor', 'system') or open_to_city or units && own) $$;

drop policy matter_read on matter;
create policy matter_read on matter for select to huiyin_app using (
  city = (select app_city()) and (matter_readable(open_to_city, units, (select app_role()), (select app_units()))
    or (select app_role()) = 'originator' and (select app_seat()) = any (originators)));
drop policy matter_act on matter;
create policy matter_act on matter for update to huiyin_app using (
  city = (select app_city()) and (matter_readable(open_to_city, units, (select app_role()), (select app_units()))
    or (select app_role()) = 'originator' and (select app_seat()) = any (originators)))
  with check (city = (select app_city()));

-- Rounds and whose seat read what are the house's own.
create policy round_of_seats on round as restrictive for select to huiyin_app using ((select app_role()) <> 'originator');
create policy matter_read_of_seats on matter_read as restrictive for select to huiyin_app
  using ((select app_role()) <> 'originator');

-- What an originator raised, newest first, older than `before`. `@>` is not leak-proof: under the policy the planner may not use
-- the index for it, so the ids are found here and read under it afterwards.
create function raised_matters(before uuid, most integer)
  returns setof uuid stable security definer set search_path = public, pg_temp language sql
  as $$
    select m.id from matter m
    where m.city = app_city() and m.originators @> array[app_seat()] and m.originators <> '{}' and m.id < before
      and app_role() = 'originator'
    order by m.id desc limit most
  $$;
revoke execute on function raised_matters from public;
grant execute on function raised_matters to huiyin_app;
