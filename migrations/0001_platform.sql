-- Roles, who asks, accounts, sessions, files, the city's calendar.

-- The application's rights: no superuser, no DDL, subject to row-level security. Roles belong to the whole server, so
-- another database may have made it already, or be making it at this moment.
do $$
begin
  if not exists (select from pg_roles where rolname = 'huiyin_app') then
    begin
      create role huiyin_app nologin nosuperuser nobypassrls nocreatedb nocreaterole;
    exception
      when duplicate_object or unique_violation then null;
    end;
  end if;
  if not pg_has_role(current_user, 'huiyin_app', 'set') then
    execute format('grant huiyin_app to %I', current_user);
  end if;
exception
  when insufficient_privilege then
    raise exception '% lacks the role huiyin_app; an administrator of the server runs once: create role huiyin_app; grant huiyin_app to %',
      current_user, quote_ident(current_user);
end $$;

revoke create on schema public from public;
grant usage on schema public to huiyin_app;

-- Who asks. Set at the start of every transaction; an unset or already ended setting reads as null. Policies write
-- (select app_city()), so that each is evaluated once a query and not once a row.
create function app_city() returns integer stable parallel safe language sql
  as $$ select nullif(current_setting('app.city', true), '')::integer $$;
create function app_seat() returns uuid stable parallel safe language sql
  as $$ select nullif(current_setting('app.seat', true), '')::uuid $$;
create function app_role() returns text stable parallel safe language sql
  as $$ select coalesce(current_setting('app.role', true), '') $$;
create function app_units() returns uuid[] stable parallel safe language sql
  as $$ select coalesce(nullif(current_setting('app.units', true), '')::uuid[], '{}') $$;

create table city (
  city integer primary key check (city > 0),
  name text not null check (name <> ''),
  name_en text not null default '',
  created_at timestamptz not null default now()
);

create table account (
  city integer not null references city,
  id uuid not null,
  login text not null check (login = lower(login) and login <> ''),
  name text not null check (name <> ''),
  password_hash text not null,
  created_at timestamptz not null default now(),
  disabled_at timestamptz,
  primary key (city, id),
  unique (city, login)
);
-- A login is typed without naming a city first, so it is one of the whole database: this is the register of all cities,
-- small, and kept by the trigger alone.
create table login (
  login text primary key,
  city integer not null,
  account uuid not null,
  foreign key (city, account) references account on delete cascade
);

create function register_login() returns trigger security definer set search_path = public, pg_temp language plpgsql
  as $$
    begin
      insert into login (login, city, account) values (new.login, new.city, new.id);
      return new;
    end
  $$;
create trigger account_login after insert on account for each row execute function register_login();

create table session (
  city integer not null,
  token_hash bytea not null check (length(token_hash) = 32),
  account uuid not null,
  seat uuid,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  address text not null default '',
  agent text not null default '',
  primary key (city, token_hash),
  foreign key (city, account) references account
);
create index session_account on session (city, account);

-- Attempts that did not succeed, by login (known or not) and by address; of no city, as nobody is known yet. Rows older than a day mean
-- nothing and are swept.
create table sign_in_attempt (
  id bigint generated always as identity primary key,
  login text not null,
  address text not null,
  at timestamptz not null
);
create index sign_in_attempt_login on sign_in_attempt (login, at);
create index sign_in_attempt_address on sign_in_attempt (address, at);

-- What a file is; its bytes lie under their hash on disk (see platform/files).
create table file (
  city integer not null references city,
  id uuid not null,
  name text not null check (name <> ''),
  media_type text not null,
  size integer not null check (size > 0),
  sha256 bytea not null check (length(sha256) = 32),
  uploaded_by uuid,
  created_at timestamptz not null default now(),
  primary key (city, id)
);

-- Days on which this city differs from the national calendar. The newest version of a day counts; none is ever altered.
create table calendar_amendment (
  city integer not null references city,
  day date not null,
  version integer not null check (version > 0),
  working boolean not null,
  reason text not null check (reason <> ''),
  seat uuid,
  at timestamptz not null default now(),
  primary key (city, day, version)
);

alter table city enable row level security;
alter table account enable row level security;
alter table login enable row level security;
alter table session enable row level security;
alter table sign_in_attempt enable row level security;
alter table file enable row level security;
alter table calendar_amendment enable row level security;

grant select on city, file, calendar_amendment to huiyin_app;
-- Not password_hash: signing in reads it through find_sign_in, nothing else has any use for it.
grant select (city, id, login, name, created_at, disabled_at) on account to huiyin_app;
grant insert on city, account, file, calendar_amendment to huiyin_app;
grant update (name, password_hash, disabled_at) on account to huiyin_app;

create policy city_read on city for select to huiyin_app using (city = (select app_city()));
create policy city_found on city for insert to huiyin_app
  with check (city = (select app_city()) and (select app_role()) = 'system');

create policy account_read on account for select to huiyin_app using (city = (select app_city()));
create policy account_open on account for insert to huiyin_app
  with check (city = (select app_city()) and (select app_role()) in ('administrator', 'system'));
create policy account_change on account for update to huiyin_app
  using (city = (select app_city()) and (select app_role()) in ('administrator', 'system'));

create policy file_read on file for select to huiyin_app using (city = (select app_city()));
create policy file_add on file for insert to huiyin_app
  with check (city = (select app_city()) and uploaded_by is not distinct from (select app_seat()));

create policy calendar_read on calendar_amendment for select to huiyin_app using (city = (select app_city()));
create policy calendar_amend on calendar_amendment for insert to huiyin_app
  with check (city = (select app_city()) and (select app_role()) in ('administrator', 'system'));

-- Sessions, the register of logins and attempts have no policy: the application reaches them by these functions alone,
-- each of which answers one question. They run before anybody is known, so they cannot stand under a policy that asks who
-- it is.

create function find_sign_in(given_login text)
  returns table (city integer, account uuid, name text, password_hash text, disabled_at timestamptz)
  stable security definer set search_path = public, pg_temp language sql
  as $$
    select a.city, a.id, a.name, a.password_hash, a.disabled_at
    from login l join account a on a.city = l.city and a.id = l.account
    where l.login = given_login
  $$;

create function open_session(in_city integer, hash bytea, for_account uuid, at timestamptz, until timestamptz,
    from_address text, with_agent text)
  returns void security definer set search_path = public, pg_temp language sql
  as $$
    insert into session (city, token_hash, account, created_at, seen_at, expires_at, address, agent)
    values (in_city, hash, for_account, at, at, until, from_address, with_agent)
  $$;

-- The session behind a token that is neither expired nor idle, or nothing. seen_at moves at most once a minute, so that
-- reading a page writes nothing most of the time.
create function use_session(in_city integer, hash bytea, at timestamptz, idle interval)
  returns table (city integer, account uuid, seat uuid, expires_at timestamptz)
  security definer set search_path = public, pg_temp language sql
  as $$
    update session s set seen_at = at
    where s.city = in_city and s.token_hash = hash and s.expires_at > at and s.seen_at > at - idle
      and s.seen_at < at - interval '1 minute';
    select s.city, s.account, s.seat, s.expires_at
    from session s join account a on a.city = s.city and a.id = s.account
    where s.city = in_city and s.token_hash = hash and s.expires_at > at and s.seen_at > at - idle
      and a.disabled_at is null
  $$;

create function seat_session(in_city integer, hash bytea, on_seat uuid)
  returns void security definer set search_path = public, pg_temp language sql
  as $$ update session set seat = on_seat where city = in_city and token_hash = hash $$;

create function close_session(in_city integer, hash bytea)
  returns void security definer set search_path = public, pg_temp language sql
  as $$ delete from session where city = in_city and token_hash = hash $$;

-- An attempt is noted before its password is looked at, so that many at once see one another. Also sweeps what is too old
-- to mean anything, so that neither table grows for ever.
create function note_sign_in(given_login text, from_address text, happened timestamptz)
  returns bigint security definer set search_path = public, pg_temp language sql
  as $$
    delete from sign_in_attempt where at < happened - interval '1 day';
    delete from session where expires_at < happened;
    insert into sign_in_attempt (login, address, at) values (given_login, from_address, happened) returning id
  $$;

create function earlier_sign_ins(attempt bigint, given_login text, from_address text)
  returns table (by_login integer, login_last timestamptz, by_address integer, address_last timestamptz)
  stable security definer set search_path = public, pg_temp language sql
  as $$
    select l.n, l.last, f.n, f.last
    from (select count(*)::integer n, max(at) last from sign_in_attempt where login = given_login and id < attempt) l,
         (select count(*)::integer n, max(at) last from sign_in_attempt where address = from_address and id < attempt) f
  $$;

-- An attempt that was told to wait does not count: waiting would otherwise never end.
create function drop_sign_in(attempt bigint)
  returns void security definer set search_path = public, pg_temp language sql
  as $$ delete from sign_in_attempt where id = attempt $$;

create function forgive_sign_ins(given_login text)
  returns void security definer set search_path = public, pg_temp language sql
  as $$ delete from sign_in_attempt where login = given_login $$;

revoke execute on function find_sign_in, open_session, use_session, seat_session, close_session, note_sign_in,
  earlier_sign_ins, drop_sign_in, forgive_sign_ins from public;
grant execute on function find_sign_in, open_session, use_session, seat_session, close_session, note_sign_in,
  earlier_sign_ins, drop_sign_in, forgive_sign_ins to huiyin_app;
