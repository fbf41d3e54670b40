-- Logins are of the whole server, and an administrator sees their own city's alone: before hundreds of accounts are opened at once,
-- those among them that are taken elsewhere are asked for.
create function taken_logins(asked text[]) returns setof text
  stable security definer set search_path = public, pg_temp language sql
  as $$
    select login from login where login = any (asked) and app_role() in ('administrator', 'system')
  $$;
revoke execute on function taken_logins from public;
grant execute on function taken_logins to huiyin_app;
