-- Which of these sessions still stand, and on which seat. Asked while a page listens: unlike use_session it leaves no trace,
-- or a page that nobody looks at would keep its session alive for ever.
create function standing_sessions(in_city integer, hashes bytea[], at timestamptz, idle interval)
  returns table (token_hash bytea, account uuid, seat uuid)
  stable security definer set search_path = public, pg_temp language sql
  as $$
    select s.token_hash, s.account, s.seat
    from session s join account a on a.city = s.city and a.id = s.account
    where s.city = in_city and s.token_hash = any (hashes) and s.expires_at > at and s.seen_at > at - idle
      and a.disabled_at is null
  $$;
revoke execute on function standing_sessions from public;
grant execute on function standing_sessions to huiyin_app;
