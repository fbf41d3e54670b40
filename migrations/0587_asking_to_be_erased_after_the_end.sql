-- What a seat was asked to help with and is not struck off, and besides what is sealed and struck off, where who raised it asks to be erased and
-- waits: those who are named decide on it in any stage. Such are few, and found by an index of their own.
create index matter_erasing on matter (city, id)
  where sealed and phase = 'closed' and (state::jsonb -> 'erasing' -> 'agreed') = 'null'::jsonb;

create or replace function helped_matters(most integer)
  returns setof uuid stable security definer set search_path = public, pg_temp language sql
  as $$
    (select m.id from matter m
      where m.city = app_city() and m.helpers @> array[app_seat()] and m.helpers <> '{}' and m.phase <> 'closed'
        and app_role() <> 'originator'
      order by m.due_at, m.id limit most)
    union all
    (select m.id from matter m
      where m.city = app_city() and app_seat() = any (m.helpers) and app_role() <> 'originator'
        and m.sealed and m.phase = 'closed' and (m.state::jsonb -> 'erasing' -> 'agreed') = 'null'::jsonb
      order by m.id limit most)
  $$;
