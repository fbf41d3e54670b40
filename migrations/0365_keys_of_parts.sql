-- As in 0233, and for who writes in a part of what somebody raised (`within`): its state says whom it concerns. Of what a part stands
-- below, whoever works on the part need not read anything.
drop function sealing_key(uuid, bytea);
create function sealing_key(given uuid, fresh bytea, within uuid) returns bytea
  volatile security definer set search_path = public, pg_temp language plpgsql
  as $$
    declare found bytea; gone boolean;
    begin
      if app_role() not in ('administrator', 'supervisor', 'system') and app_seat() is distinct from given
        and not exists (select from matter m where m.city = app_city() and m.originators @> array[given] and m.originators <> '{}'
          and matter_reached(m.open_to_city, m.units, m.helpers, m.parent, m.confidential, app_role(), app_units(), app_seat()))
        and not exists (select from matter m where m.city = app_city() and m.id = given
          and matter_reached(m.open_to_city, m.units, m.helpers, m.parent, m.confidential, app_role(), app_units(), app_seat()))
        and not exists (select from matter m where m.city = app_city() and m.id = within
          and m.state::json #>> '{concerns,id}' = given::text
          and matter_reached(m.open_to_city, m.units, m.helpers, m.parent, m.confidential, app_role(), app_units(), app_seat())) then
        raise exception 'whose text is sealed must be known to who seals it' using errcode = '42501';
      end if;
      -- Erasing waits for it, or it for erasing: no key is made for somebody who is just being erased.
      select o.erased_at is not null into gone from originator o where o.city = app_city() and o.id = given for share;
      if gone then
        return null;
      end if;
      insert into subject_key (city, subject, key) values (app_city(), given, fresh) on conflict do nothing;
      select key into found from subject_key where city = app_city() and subject = given;
      return found;
    end
  $$;
revoke execute on function sealing_key from public;
grant execute on function sealing_key to huiyin_app;
