-- Whoever raised a sealed matter is erased by nobody who is not named for it: who keeps contacts neither sees that they asked nor destroys their key,
-- their code and their files. See docs/adr/0570-erasing-who-raised-what-is-sealed.md.

-- Whether somebody raised what is sealed, and nothing besides: 'none', 'some', 'only'. It tells of no matter which.
create function raised_sealed(given uuid) returns text
  language sql stable security definer set search_path to 'public', 'pg_temp' as $$
    select case
      when not coalesce(bool_or(m.sealed), false) then 'none'
      when bool_and(m.sealed) then 'only'
      else 'some' end
    from matter m where m.city = app_city() and m.originators @> array[given] and m.originators <> '{}'
      and app_role() in ('administrator', 'system')
  $$;
revoke all on function raised_sealed(uuid) from public;
grant execute on function raised_sealed(uuid) to huiyin_app;

create policy erasure_wish_sealed on erasure_wish as restrictive for all to huiyin_app
  using ((select app_role()) <> 'administrator' or raised_sealed(originator) = 'none');

create policy erasure_due_sealed on erasure_due as restrictive for all to huiyin_app
  using ((select app_role()) <> 'administrator' or raised_sealed(subject) = 'none');

create or replace function forget_originator(given uuid) returns void
  language plpgsql security definer set search_path to 'public', 'pg_temp' as $$
    begin
      if app_role() not in ('administrator', 'system') then
        raise exception 'only who keeps contacts may erase them' using errcode = '42501';
      end if;
      if app_role() = 'administrator' and raised_sealed(given) <> 'none' then
        raise exception 'whoever raised what is sealed is erased by who is named for it' using errcode = '42501';
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
