-- Decision documents of debarments that came before they were sealed are sealed once, as another file; see ADR 447.

-- What stood in the clear and is kept sealed in another file: its bytes are taken away, then its row. It has bytes of its own no more.
alter table file add column replaced_by uuid;
alter table file add foreign key (city, replaced_by) references file;
create index file_replaced on file (city, id) where replaced_by is not null;

create or replace function file_bytes_kept(bytes bytea) returns boolean
  stable security definer set search_path = public, pg_temp language sql
  as $$ select exists (select from file f where f.sha256 = bytes and f.erased_at is null and f.replaced_by is null) $$;

-- Its name goes at once; whoever uploaded it reads it no more than others. What hangs in a matter, or decides another entry, stays that.
create function replace_file(given uuid, other uuid, called text) returns void
  volatile security definer set search_path = public, pg_temp language plpgsql
  as $$
    begin
      if app_role() <> 'system' then
        raise exception 'files are replaced by the program' using errcode = '42501';
      end if;
      update file f set replaced_by = other, name = called, uploaded_by = null
        where f.city = app_city() and f.id = given
          and not exists (select from attachment a where a.city = f.city and a.file = f.id)
          and not exists (select from debarment d where d.city = f.city and d.file = f.id);
    end
  $$;
revoke execute on function replace_file from public;
grant execute on function replace_file to huiyin_app;

grant update (file) on debarment to huiyin_app;
