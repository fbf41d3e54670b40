-- What is promised and measured under one mechanism, summed up by area. Of 29,000 sites the sums took two thirds of their time to ask of each
-- matter whether it may be read, to know its area. They are read here past that policy, from the indexes alone, and say of what the caller may not
-- read what they said before: that it is there, under no area.
drop index matter_mechanism;
create index matter_mechanism on matter (city, mechanism, id) include (area, open_to_city);
drop index matter_target_now;
create index matter_target_now on matter_target (city, mechanism, matter) include (target, quantity, value, planned) where until = 'infinity';

-- `as_of` null: now. `target` null: how many matters promise anything in that area.
create function sum_targets(of_mechanism text, as_of timestamptz)
  returns table (area text, target text, promised numeric, measured numeric, planned numeric, promised_of_read numeric, matters integer, unread integer)
  stable security definer set search_path = public, pg_temp
  -- Planned for what is asked: what is promised now has an index of its own.
  set plan_cache_mode = force_custom_plan
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
        with live as materialized (
          select t.matter, t.target, t.quantity, t.value, t.planned,
            case when m.open_to_city or oversees then m.area
              else (select x.area from matter x where x.city = here and x.id = m.id
                and matter_reached(x.open_to_city, x.units, x.helpers, x.parent, x.confidential, role, own, seat)) end as area
          from matter m join matter_target t on t.city = here and t.matter = m.id
          where m.city = here and m.mechanism = of_mechanism and t.mechanism = of_mechanism
            and (as_of is null and t.until = 'infinity' or as_of is not null and t.since <= as_of and t.until > as_of))
        select l.area, l.target, sum(l.quantity), coalesce(sum(l.value), 0), coalesce(sum(l.planned), 0),
          coalesce(sum(l.quantity) filter (where l.value is not null), 0), count(*)::integer, count(*) filter (where l.value is null)::integer
        from live l group by 1, 2
        union all
        select a.area, null, 0, 0, 0, 0, count(*)::integer, 0 from (select distinct l.matter, l.area from live l) a group by 1;
    end
  $$;
