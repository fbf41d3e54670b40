-- Files of sealed matters: bytes, name and kind are encrypted before they are kept. See ADR 370.

-- `about`: name, kind and size, sealed with the file's own key. `kept`: that key, wrapped for whoever uploads it, until it is attached:
-- from then on it stands in the act, sealed with the matter's, and nowhere else.
alter table file add column about text check (about <> '');
alter table file add column kept text check (kept <> ''), add check (kept is null or about is not null);
-- Its row is for the same eyes as what it is attached to, overseers not excepted.
create policy file_unsealed on file as restrictive for select to huiyin_app
  using (about is null or (select app_role()) = 'system' or uploaded_by = (select app_seat())
    or (select true from attachment a where a.city = file.city and a.file = file.id limit 1));

-- Forgets the keys of files that have just been attached.
create function forget_file_keys(given uuid[]) returns void
  volatile security definer set search_path = public, pg_temp language plpgsql
  as $$
    begin
      if app_role() <> 'system' then
        raise exception 'keys of sealed files are taken by the program' using errcode = '42501';
      end if;
      update file f set kept = null where f.city = app_city() and f.id = any (given) and f.kept is not null;
    end
  $$;
revoke execute on function forget_file_keys from public;
grant execute on function forget_file_keys to huiyin_app;

-- Half an upload is sealed piece by piece, and its name; `kept` as above.
alter table upload add column kept text check (kept <> '');
