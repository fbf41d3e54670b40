-- What a seat was asked to help with and is not struck off, the next due first. `@>` is not leak-proof: under the policy the planner may
-- not use the index for it, so the ids are found here and read under it afterwards.
create function helped_matters(most integer)
  returns setof uuid stable security definer set search_path = public, pg_temp language sql
  as $$
    select m.id from matter m
    where m.city = app_city() and m.helpers @> array[app_seat()] and m.helpers <> '{}' and m.phase <> 'closed'
      and app_role() <> 'originator'
    order by m.due_at, m.id limit most
  $$;
revoke execute on function helped_matters from public;
grant execute on function helped_matters to huiyin_app;
