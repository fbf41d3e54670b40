-- Files that somebody without a seat uploaded and never attached are taken away after a day; see src/counter/files.jobs.ts.

create index file_created on file (city, created_at);
grant delete on file to huiyin_app;
create policy file_sweep on file for delete to huiyin_app
  using (city = (select app_city()) and (select app_role()) = 'system');

-- Bytes lie once for all cities of a server: whether any of them still has a file of these.
create index file_sha256 on file (sha256);
create function file_bytes_kept(bytes bytea) returns boolean
  stable security definer set search_path = public, pg_temp language sql
  as $$ select exists (select from file f where f.sha256 = bytes) $$;
revoke execute on function file_bytes_kept from public;
grant execute on function file_bytes_kept to huiyin_app;
