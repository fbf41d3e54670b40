-- A matter may stand below another, its parent, and people may be asked to help with one. See ADR 230 and 231.

alter table matter
  add column parent uuid,
  -- Seats that were asked to help: they read the matter wherever their unit stands.
  add column helpers uuid[] not null default '{}',
  -- It is registered below one that is there already, and never set below another: no circle of parents can be.
  add constraint matter_parent foreign key (city, parent) references matter,
  add constraint matter_not_below_itself check (parent <> id);
create function refuse_another_parent() returns trigger language plpgsql
  as $$
    begin
      if new.parent is distinct from old.parent then
        raise exception 'a matter stays below the one that it was registered below' using errcode = '23001';
      end if;
      return new;
    end
  $$;
create trigger matter_keeps_parent before update of parent on matter for each row execute function refuse_another_parent();

create index matter_children on matter (city, parent, id) where parent is not null;
create index matter_helpers on matter using gin (helpers) where helpers <> '{}';
-- What the policy asks for is in the indexes that the workbench counts by, which then reads no rows (see 0004).
drop index matter_due;
create index matter_due on matter (city, due_at, id, phase, stage, area)
  include (open_to_city, units, originators, parent, confidential, helpers) where phase <> 'closed';
drop index matter_todo;
create index matter_todo on matter (city, todo_at, id)
  include (open_to_city, units, originators, parent, confidential, helpers) where todo is not null;
drop index matter_raised;
create index matter_raised on matter (city, raised_to, raised_at, id)
  include (open_to_city, units, originators, parent, confidential, helpers) where raised_to is not null;

-- Whether a seat reads one of the matters above: whoever reads the parent reads what stands below it, but not a confidential matter
-- below one that is none. Asked past the policy of matters, which asks it.
create function readable_from_above(above uuid, confidential boolean, role text, own uuid[], seat uuid) returns boolean
  stable parallel safe security definer set search_path = public, pg_temp language sql
  as $$
    with recursive up (parent, confidential, open_to_city, units, helpers) as (
      select m.parent, m.confidential, m.open_to_city, m.units, m.helpers from matter m
      where m.city = app_city() and m.id = above and (not $2 or m.confidential)
      union all
      select m.parent, m.confidential, m.open_to_city, m.units, m.helpers from up
      join matter m on m.city = app_city() and m.id = up.parent and (not up.confidential or m.confidential))
    select role <> 'originator'
      and exists (select from up where matter_readable(up.open_to_city, up.units, role, own) or seat = any (up.helpers))
  $$;
revoke execute on function readable_from_above from public;
grant execute on function readable_from_above to huiyin_app;

drop policy matter_read on matter;
create policy matter_read on matter for select to huiyin_app using (
  city = (select app_city()) and (matter_readable(open_to_city, units, (select app_role()), (select app_units()))
    or (select app_role()) = 'originator' and (select app_seat()) = any (originators)
    or (select app_role()) <> 'originator' and (select app_seat()) = any (helpers)
    or parent is not null
      and readable_from_above(parent, confidential, (select app_role()), (select app_units()), (select app_seat()))));
drop policy matter_act on matter;
create policy matter_act on matter for update to huiyin_app using (
  city = (select app_city()) and (matter_readable(open_to_city, units, (select app_role()), (select app_units()))
    or (select app_role()) = 'originator' and (select app_seat()) = any (originators)
    or (select app_role()) <> 'originator' and (select app_seat()) = any (helpers)
    or parent is not null
      and readable_from_above(parent, confidential, (select app_role()), (select app_units()), (select app_seat()))))
  with check (city = (select app_city()));

-- What stands below these matters, for whoever reads them: how far each has come is what the matter above waits for, the confidential
-- ones too, of which nothing is told but that.
create function children_of(above uuid[]) returns table (parent uuid, id uuid, number text, phase text)
  stable security definer set search_path = public, pg_temp language sql
  as $$
    select m.parent, m.id, m.number, m.phase from matter m
    where m.city = app_city() and m.parent = any (above) and app_role() <> 'originator' order by m.id
  $$;
revoke execute on function children_of from public;
grant execute on function children_of to huiyin_app;
