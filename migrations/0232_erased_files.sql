-- A file of a person is erased with the person. See ADR 232.

-- The row stays, as acts name the file and its hash; its bytes are taken away. `erased_by`: in whose stream the act says so.
alter table file add column erased_at timestamptz;
alter table file add column erased_by uuid;
alter table file add check ((erased_at is null) = (erased_by is null));
alter table file add foreign key (city, erased_by) references originator;
create index file_erased on file (city, erased_by, id) where erased_by is not null;
create index file_erased_bytes on file (city, sha256) where erased_by is not null;
-- A person's own uploads, which no index held.
create index file_uploaded_by on file (city, uploaded_by) where uploaded_by is not null;

-- Bytes of which every file was erased are kept for nobody.
create or replace function file_bytes_kept(bytes bytea) returns boolean
  stable security definer set search_path = public, pg_temp language sql
  as $$ select exists (select from file f where f.sha256 = bytes and f.erased_at is null) $$;

-- The files of an originator, or of a matter of which nobody is known who raised it: what they uploaded, and what was attached by
-- acts that are theirs: done by them, holding words of theirs that are sealed, or done as the matter was raised in their name (a
-- clerk's files stand in an act of their own, of the same moment as the first).
create function files_of_subject(given uuid) returns setof uuid
  stable security definer set search_path = public, pg_temp language plpgsql
  as $$
    begin
      if app_role() not in ('administrator', 'system') then
        raise exception 'only who keeps contacts may erase them' using errcode = '42501';
      end if;
      return query
        select f.id from file f where f.city = app_city() and f.uploaded_by = given and f.erased_at is null
        union
        select f.id
        from (select m.id, m.city from matter m where m.city = app_city() and m.originators @> array[given] and m.originators <> '{}'
            union select m.id, m.city from matter m where m.city = app_city() and m.id = given) m
          join act o on o.city = m.city and o.stream = m.id and o.seq = 1
          join act a on a.city = m.city and a.stream = m.id and a.body like '%"do":"attach"%'
          cross join lateral json_array_elements(a.body::json #> '{payload,effects}') e
          join file f on f.city = m.city and f.id = (e #>> '{file,id}')::uuid and f.erased_at is null
        where e ->> 'do' = 'attach' and (a.seat = given
          or exists (select from json_array_elements(a.body::json #> '{payload,effects}') c
            where c ->> 'do' = 'conceal' and (c ->> 'subject')::uuid = given)
          or a.at = o.at and a.seat is not distinct from o.seat and (m.id = given
            or exists (select from json_array_elements(o.body::json #> '{payload,effects}') c
              where c ->> 'do' = 'originate' and (c ->> 'originator')::uuid = given)));
    end
  $$;
revoke execute on function files_of_subject from public;
grant execute on function files_of_subject to huiyin_app;

-- Marks files as erased, as an act in that stream says; one that is marked stays as it is.
create function erase_files(stream uuid, at timestamptz, given uuid[]) returns void
  volatile security definer set search_path = public, pg_temp language plpgsql
  as $$
    begin
      if app_role() not in ('administrator', 'system') then
        raise exception 'only who keeps contacts may erase them' using errcode = '42501';
      end if;
      update file f set erased_at = at, erased_by = stream
        where f.city = app_city() and f.id = any (given) and f.erased_at is null;
    end
  $$;
revoke execute on function erase_files from public;
grant execute on function erase_files to huiyin_app;
