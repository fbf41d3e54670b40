-- Units that are merged and keep their earlier names; who sat on a seat when; passwords that must be changed.

alter table unit add merged_into uuid, add earlier jsonb not null default '[]',
  add foreign key (city, merged_into) references unit,
  add check (merged_into <> id), add check (merged_into is null or retired_at is not null);
grant update (merged_into, earlier) on unit to huiyin_app;

-- Who sat on a seat, for which unit and under which title, from when to when. Acts name the seat; these name the person.
create table tenure (
  city integer not null,
  seat uuid not null,
  n integer not null check (n > 0),
  account uuid not null,
  unit uuid,
  title text not null,
  from_at timestamptz not null,
  until_at timestamptz,
  primary key (city, seat, n),
  foreign key (city, seat) references seat,
  foreign key (city, account) references account,
  foreign key (city, unit) references unit
);
alter table tenure enable row level security;
grant select, insert, update (account, unit, title, from_at, until_at) on tenure to huiyin_app;
create policy tenure_read on tenure for select to huiyin_app using (city = (select app_city()));
create policy tenure_add on tenure for insert to huiyin_app
  with check (city = (select app_city()) and (select app_role()) in ('administrator', 'system'));
create policy tenure_change on tenure for update to huiyin_app
  using (city = (select app_city()) and (select app_role()) in ('administrator', 'system'));
insert into tenure (city, seat, n, account, unit, title, from_at, until_at)
  select city, id, 1, account, unit, title, from_at, until_at from seat;
-- A seat passes on: its work stays with it, whoever sits there.
grant update (account, unit) on seat to huiyin_app;

-- A password that somebody else knows, as the first one and a reset one are, opens nothing but the page that changes it.
alter table account add must_change boolean not null default false;
grant select (must_change), update (must_change) on account to huiyin_app;

drop function use_session;
create function use_session(in_city integer, hash bytea, at timestamptz, idle interval)
  returns table (city integer, account uuid, seat uuid, expires_at timestamptz, must_change boolean)
  security definer set search_path = public, pg_temp language sql
  as $$
    update session s set seen_at = at
    where s.city = in_city and s.token_hash = hash and s.expires_at > at and s.seen_at > at - idle
      and s.seen_at < at - interval '1 minute';
    select s.city, s.account, s.seat, s.expires_at, a.must_change
    from session s join account a on a.city = s.city and a.id = s.account
    where s.city = in_city and s.token_hash = hash and s.expires_at > at and s.seen_at > at - idle
      and a.disabled_at is null
  $$;
-- Ends the sessions of an account, all but the one named (null: all).
create function close_sessions(in_city integer, for_account uuid, but bytea)
  returns void security definer set search_path = public, pg_temp language sql
  as $$
    delete from session
    where city = in_city and account = for_account and token_hash is distinct from but
      and in_city = app_city() and app_role() in ('administrator', 'system')
  $$;
revoke execute on function use_session, close_sessions from public;
grant execute on function use_session, close_sessions to huiyin_app;
