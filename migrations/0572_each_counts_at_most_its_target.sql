-- In a sum over matters each counts at most what it promised: of one that was read as 99999999 of 1.78 all others looked finished. What is
-- above is reckoned by itself (`beyond`), of the few of which there is any, and taken off the sum.
drop function sum_targets(text, timestamptz);
create function sum_targets(of_mechanism text, as_of timestamptz)
  returns table (area text, target text, promised numeric, measured numeric, planned numeric, promised_of_read numeric, matters integer, unread integer,
    beyond numeric)
  stable security definer set search_path = public, pg_temp
  set plan_cache_mode = force_custom_plan
  set enable_sort = off
  language plpgsql as $$
    #variable_conflict use_column
    declare
      here integer := app_city();
      role text := app_role();
      own uuid[] := app_units();
      seat uuid := app_seat();
      oversees boolean := app_role() in ('supervisor', 'mayor', 'system');
    begin
      if role = 'originator' then
        return;
      end if;
      return query
        with live as (
          select t.target, t.quantity, t.value, t.planned, t.first,
            case when t.open then t.area
              else (select x.area from matter x where x.city = here and x.id = t.matter
                and (oversees or matter_reached(x.open_to_city, x.units, x.helpers, x.parent, x.confidential, role, own, seat))) end as area
          from matter_target t
          where t.city = here and t.mechanism = of_mechanism
            and (as_of is null and t.until = 'infinity' or as_of is not null and t.since <= as_of and t.until > as_of)),
        summed as materialized (
          select l.area, l.target, sum(l.quantity) as promised, coalesce(sum(l.value), 0) as measured,
            coalesce(sum(l.value - l.quantity) filter (where l.value > l.quantity), 0) as beyond, coalesce(sum(l.planned), 0) as planned,
            coalesce(sum(l.quantity) filter (where l.value is not null), 0) as promised_of_read, count(*)::integer as matters,
            count(*) filter (where l.value is null)::integer as unread, count(*) filter (where l.first)::integer as firsts
          from live l group by 1, 2)
        select s.area, s.target, s.promised, s.measured - s.beyond, s.planned, s.promised_of_read, s.matters, s.unread, s.beyond
          from summed s
        union all
        select s.area, null, 0, 0, 0, 0, sum(s.firsts)::integer, 0, 0 from summed s group by 1;
    end
  $$;
