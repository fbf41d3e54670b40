-- A city's first hour: the code that opens the door of a database without any city, and how far its city has come.

-- One row, of no city: there is none yet. Each start of the program puts another code in its place; only its hash is kept.
create table setup_code (
  one boolean primary key default true check (one),
  hash bytea not null check (length(hash) = 32),
  attempts integer not null default 0 check (attempts >= 0),
  expires_at timestamptz not null
);
alter table setup_code enable row level security;

-- Steps that cannot be read off the register, and whether the card that shows them was put away. Work papers: nothing is counted
-- from them.
create table first_steps (
  city integer primary key references city,
  rules_seen_at timestamptz,
  dismissed_at timestamptz
);
alter table first_steps enable row level security;
grant select, insert, update on first_steps to huiyin_app;
create policy first_steps_administrators on first_steps to huiyin_app
  using (city = (select app_city()) and (select app_role()) in ('administrator', 'system'))
  with check (city = (select app_city()) and (select app_role()) in ('administrator', 'system'));

-- Asked before anybody is known, so each stands outside the policies and answers one question.
create function setup_is_open() returns boolean
  stable security definer set search_path = public, pg_temp language sql
  as $$ select not exists (select from city) $$;

-- Whether the code fits. A wrong one is counted, by itself and at once: what refuses it must not undo that.
create function try_setup_code(given bytea, now timestamptz, most integer) returns text
  security definer set search_path = public, pg_temp language plpgsql
  as $$
    declare
      code setup_code;
    begin
      -- The row first: whoever is founding holds it, and their city is seen once they let go of it.
      select * into code from setup_code for update;
      if exists (select from city) then return 'closed'; end if;
      if code is null or code.expires_at <= now then return 'expired'; end if;
      if code.attempts >= most then return 'spent'; end if;
      if code.hash = given then return 'fits'; end if;
      update setup_code set attempts = attempts + 1;
      return 'wrong';
    end
  $$;

-- Uses the code up, for the transaction that founds the city. Whoever founds one at this very moment is waited for: of two
-- with the right code one goes through.
create function take_setup_code(given bytea) returns boolean
  security definer set search_path = public, pg_temp language plpgsql
  as $$
    begin
      lock table city in share row exclusive mode;
      if exists (select from city) then return false; end if;
      delete from setup_code where hash = given;
      return found;
    end
  $$;

revoke execute on function setup_is_open, try_setup_code, take_setup_code from public;
grant execute on function setup_is_open, try_setup_code, take_setup_code to huiyin_app;
