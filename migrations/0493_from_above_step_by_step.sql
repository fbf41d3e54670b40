-- Whether a matter may be read by way of the one above it: as in 0350, but step by step. Asked of a page of a list two thousand times by a
-- seat that reads what it sees from above, it began a recursive query each time, twenty-five microseconds; a step is one look by key now, and most
-- need one.
create or replace function readable_from_above(above uuid, confidential boolean, role text, own uuid[], seat uuid)
  returns boolean
  stable parallel safe security definer set search_path = public, pg_temp
  -- Planned once, whatever a search that asks it has planned anew.
  set plan_cache_mode = force_generic_plan
  language plpgsql as $$
    declare
      here constant integer := app_city();
      hidden boolean := $2;
      next_above uuid;
      next_hidden boolean;
      reads boolean;
    begin
      if role = 'originator' then
        return false;
      end if;
      while above is not null loop
        select m.parent, m.confidential, matter_readable(m.open_to_city, m.units, role, own) or seat = any (m.helpers)
          into next_above, next_hidden, reads
          from matter m where m.city = here and m.id = above and (not hidden or m.confidential);
        if not found then
          return false;
        end if;
        if reads then
          return true;
        end if;
        above := next_above;
        hidden := next_hidden;
      end loop;
      return false;
    end
  $$;
