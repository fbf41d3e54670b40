-- What an enterprise has raised, for those who oversee all: the originators that are the enterprise or say so, and their matters.

create index originator_by_enterprise on originator (city, enterprise) where enterprise is not null;

-- `&&` is not leak-proof: under the policy the planner may not use the index for it, so the ids are found here and read under the
-- policy afterwards.
create function matters_of_enterprise(given uuid, before uuid, most integer)
  returns setof uuid stable security definer set search_path = public, pg_temp language sql
  as $$
    select m.id from matter m
    where m.city = app_city() and m.originators <> '{}' and m.id < before and app_role() in ('supervisor', 'mayor', 'system')
      and m.originators && (select coalesce(array_agg(o.id), '{}') from originator o where o.city = app_city() and o.enterprise = given)
    order by m.id desc limit most
  $$;
revoke execute on function matters_of_enterprise from public;
grant execute on function matters_of_enterprise to huiyin_app;
