-- Personal data: shown for a purpose and noted, sealed within texts, erased. See ADR 190.

-- Who was erased is not that enterprise any more: when it comes again it is somebody new.
drop index originator_enterprise;
create unique index originator_enterprise on originator (city, enterprise) where proven and erased_at is null;

-- Of which matter, where it was shown for the sake of one, and the unit that the seat stood in then.
alter table contact_shown add column matter uuid;
alter table contact_shown add column unit uuid;
-- A matter has several who raised it: one asking, a row for each of them.
alter table contact_shown drop constraint contact_shown_pkey, add primary key (city, id, originator);
create index contact_shown_at on contact_shown (city, at, id);
create index contact_shown_unit on contact_shown (city, unit, at, id);
create index contact_shown_seat on contact_shown (city, seat, at, id);
create index contact_shown_matter on contact_shown (city, matter, at, id) where matter is not null;
drop policy contact_shown_read on contact_shown;
-- Whoever was looked at reads by whom and what for; the overseers of the city's offices, everything.
create policy contact_shown_read on contact_shown for select to huiyin_app
  using (city = (select app_city()) and ((select app_role()) in ('administrator', 'supervisor', 'system')
    or (select app_role()) = 'originator' and originator = (select app_seat())));

-- Takes away all by which an originator is known or let in. Their row stays, as the stream of acts that it stands for.
create function forget_originator(given uuid) returns void
  volatile security definer set search_path = public, pg_temp language plpgsql
  as $$
    begin
      if app_role() not in ('administrator', 'system') then
        raise exception 'only who keeps contacts may erase them' using errcode = '42501';
      end if;
      delete from subject_key where city = app_city() and subject = given;
      delete from contact where city = app_city() and originator = given;
      delete from matter_pass where city = app_city() and originator = given;
      delete from originator_session where city = app_city() and originator = given;
      delete from one_time_code where city = app_city() and originator = given;
      -- What a mail server said may quote the address.
      update delivery set said = '' where city = app_city() and originator = given;
    end
  $$;
revoke execute on function forget_originator from public;
grant execute on function forget_originator to huiyin_app;

-- The key by which a text of somebody is sealed, made where there is none; null where they were erased. Given to those alone who
-- may write such a text: the originator themselves, and who may read a matter of theirs, or the matter itself where nobody is known
-- who raised it and the key is the matter's. `fresh` is taken where one is made.
create function sealing_key(given uuid, fresh bytea) returns bytea
  volatile security definer set search_path = public, pg_temp language plpgsql
  as $$
    declare found bytea; gone boolean;
    begin
      if app_role() not in ('administrator', 'supervisor', 'system') and app_seat() is distinct from given
        and not exists (select from matter m where m.city = app_city() and m.originators @> array[given] and m.originators <> '{}'
          and matter_readable(m.open_to_city, m.units, app_role(), app_units()))
        and not exists (select from matter m where m.city = app_city() and m.id = given
          and matter_readable(m.open_to_city, m.units, app_role(), app_units())) then
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
