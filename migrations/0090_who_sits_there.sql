-- Who has left a seat acts from it no more, and every process hears of it at once.

-- The account that acts, null for the program itself. It was read from the seat: who had left one was taken for whoever sits there.
create or replace function app_account() returns uuid stable parallel safe language sql
  as $$ select nullif(current_setting('app.account', true), '')::uuid $$;

-- A caller is remembered for a while, so what was read of them may be out of date by the time that they act. Asked in the
-- statement that appends the act: no round trip of its own, and no act of any room goes past it. No lock on
-- the seat: whoever acts in the very milliseconds in which it is handed over is let through, and every act would pay for it.
create function refuse_who_left() returns trigger security definer set search_path = public, pg_temp language plpgsql
  as $$
    begin
      if app_role() <> 'system' and exists (
        select from seat s join account a on a.city = s.city and a.id = s.account
        where s.city = app_city() and s.id = app_seat()
          and (s.account is distinct from app_account() or s.until_at is not null or a.disabled_at is not null))
      then
        raise exception 'the account sits on the seat no more' using errcode = 'integrity_constraint_violation',
          constraint = 'act_by_sitter';
      end if;
      return null;
    end
  $$;
create trigger act_by_sitter before insert on act for each statement execute function refuse_who_left();

-- Processes remember callers, and forget them when they are told `[city, account]`, or `[city, null]` for all of a city. NOTIFY in
-- the transaction, which makes commits queue, as it cannot be lost there: these changes are rare, unlike acts.
create function tell_caller_changed() returns trigger language plpgsql
  as $$
    begin
      perform pg_notify('huiyin_callers', json_build_array(old.city, case tg_table_name
        when 'account' then to_jsonb(old) ->> 'id' when 'unit_version' then null else to_jsonb(old) ->> 'account' end)::text);
      return null;
    end
  $$;
create trigger seat_tells after update of account, unit, title, until_at on seat
  for each row execute function tell_caller_changed();
create trigger account_tells after update on account for each row execute function tell_caller_changed();
create trigger unit_version_tells after update on unit_version for each row execute function tell_caller_changed();
create trigger session_seat_tells after update of seat on session for each row execute function tell_caller_changed();
create trigger session_end_tells after delete on session for each row execute function tell_caller_changed();

-- Why a session that stands leads to no caller any more: asked only then, before anybody is known. Of a seat that was handed
-- over, to whom; of one that has ended, nobody.
create function why_gone(in_city integer, hash bytea, at timestamptz, idle interval)
  returns table (disabled boolean, left_seat boolean, successor text)
  stable security definer set search_path = public, pg_temp language sql
  as $$
    select a.disabled_at is not null, coalesce(gone.left_seat, false), gone.successor
    from session s join account a on a.city = s.city and a.id = s.account
    left join lateral (
      select true as left_seat, case when seat.until_at is null then p.name end as successor
      from tenure t join seat on seat.city = t.city and seat.id = t.seat
      join account p on p.city = seat.city and p.id = seat.account
      where t.city = s.city and t.account = s.account and t.until_at is not null and (s.seat is null or s.seat = t.seat)
      order by t.until_at desc, t.seat limit 1) gone on true
    where s.city = in_city and s.token_hash = hash and s.expires_at > at and s.seen_at > at - idle
  $$;
revoke execute on function why_gone from public;
grant execute on function why_gone to huiyin_app;
