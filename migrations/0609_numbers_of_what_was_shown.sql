-- The access log tells whoever reads it of which matter somebody's data was shown, by its number, also where they may not read the matter: an administrator
-- reads no appeal, and a row that named none looked as if it were about none. Of what is sealed nothing.
create function numbers_of_shown(wanted uuid[]) returns table (id uuid, number text)
  stable security definer set search_path = public, pg_temp language sql
  as $$
    select m.id, m.number from matter m
    where m.city = app_city() and m.id = any (wanted) and not m.sealed and app_role() in ('administrator', 'supervisor')
      and exists (select from contact_shown s where s.city = m.city and s.matter = m.id)
  $$;
revoke execute on function numbers_of_shown from public;
grant execute on function numbers_of_shown to huiyin_app;
