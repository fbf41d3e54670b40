-- Originators: whoever raised a matter, or may. Their contacts are sealed (AES-256-GCM) with a key of each one's own, so that
-- the ledger holds ciphertext only, and a person's data is gone for good when the key is destroyed. See ADR 120.

create table originator (
  city integer not null references city,
  id uuid not null,
  kind text not null check (kind in ('enterprise', 'person', 'unknown')),
  enterprise uuid,
  -- The desk, or a code sent to a contact that it had confirmed, vouches that this is that enterprise.
  proven boolean not null,
  -- The credit code that they gave without being asked for a proof.
  claims text check (length(claims) = 18),
  erased_at timestamptz,
  primary key (city, id),
  foreign key (city, enterprise) references enterprise,
  check (enterprise is not null or not proven)
);
create unique index originator_enterprise on originator (city, enterprise) where proven;

create table contact (
  city integer not null,
  id uuid not null,
  originator uuid not null,
  kind text not null check (kind in ('phone', 'email')),
  sealed text not null,
  confirmed boolean not null,
  -- HMAC of the contact with the city's secret, by which it is found; never in the ledger.
  lookup bytea check (length(lookup) = 32),
  primary key (city, id),
  foreign key (city, originator) references originator
);
create index contact_originator on contact (city, originator);
create index contact_lookup on contact (city, lookup);

create table subject_key (
  city integer not null references city,
  subject uuid not null,
  key bytea not null check (length(key) = 32),
  primary key (city, subject)
);

-- What the city keeps to itself: what contacts are looked up with, and codes and tokens are kept under.
create table city_secret (
  city integer not null references city,
  purpose text not null,
  secret bytea not null check (length(secret) = 32),
  primary key (city, purpose)
);

-- Who was shown a contact in the clear, and what for.
create table contact_shown (
  city integer not null references city,
  id uuid not null,
  originator uuid not null,
  seat uuid not null,
  purpose text not null check (purpose <> ''),
  at timestamptz not null,
  primary key (city, id)
);
create index contact_shown_originator on contact_shown (city, originator, at);

-- One-time codes. Where nobody is to be let in, the row is there all the same, without an originator: asking tells nothing.
create table one_time_code (
  city integer not null references city,
  id uuid not null,
  originator uuid,
  lookup bytea not null check (length(lookup) = 32),
  address text not null,
  hash bytea not null check (length(hash) = 32),
  at timestamptz not null,
  expires_at timestamptz not null,
  tries integer not null default 0,
  used_at timestamptz,
  primary key (city, id)
);
create index one_time_code_lookup on one_time_code (city, lookup, at);
create index one_time_code_address on one_time_code (city, address, at);

-- What opens one matter to whoever raised it: a code to be typed with its number, or a link that was sent.
create table matter_pass (
  city integer not null references city,
  id uuid not null,
  matter uuid not null,
  originator uuid not null,
  kind text not null check (kind in ('code', 'link')),
  hash bytea not null check (length(hash) = 32),
  at timestamptz not null,
  expires_at timestamptz,
  primary key (city, id),
  foreign key (city, originator) references originator
);
create unique index matter_pass_hash on matter_pass (city, hash);
create index matter_pass_matter on matter_pass (city, matter);

-- The sessions of originators, apart from those of the desk. `matter`: the only one that it opens.
create table originator_session (
  city integer not null references city,
  token_hash bytea not null check (length(token_hash) = 32),
  originator uuid not null,
  matter uuid,
  at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (city, token_hash),
  foreign key (city, originator) references originator
);
create index originator_session_originator on originator_session (city, originator);

alter table originator enable row level security;
alter table contact enable row level security;
alter table subject_key enable row level security;
alter table city_secret enable row level security;
alter table contact_shown enable row level security;
alter table one_time_code enable row level security;
alter table matter_pass enable row level security;
alter table originator_session enable row level security;

grant select, insert on originator, contact, subject_key, city_secret, contact_shown, one_time_code, matter_pass,
  originator_session to huiyin_app;
grant update (kind, enterprise, proven, claims, erased_at) on originator to huiyin_app;
grant update (confirmed, lookup) on contact to huiyin_app;
grant update (tries, used_at) on one_time_code to huiyin_app;
grant update (seen_at) on originator_session to huiyin_app;
grant delete on contact, subject_key, one_time_code, matter_pass, originator_session to huiyin_app;

create policy originator_read on originator for select to huiyin_app
  using (city = (select app_city()) and ((select app_role()) in ('supervisor', 'mayor', 'administrator', 'system')
    or (id = (select app_seat()) and (select app_role()) = 'originator')));
create policy originator_add on originator for insert to huiyin_app
  with check (city = (select app_city()) and (select app_role()) in ('administrator', 'system'));
create policy originator_change on originator for update to huiyin_app
  using (city = (select app_city()) and (select app_role()) in ('administrator', 'system'));
create policy contact_keepers on contact to huiyin_app
  using (city = (select app_city()) and (select app_role()) in ('administrator', 'system'));
create policy subject_key_keepers on subject_key to huiyin_app
  using (city = (select app_city()) and (select app_role()) in ('administrator', 'system'));
create policy city_secret_keepers on city_secret to huiyin_app
  using (city = (select app_city()) and (select app_role()) in ('administrator', 'system'));
create policy contact_shown_read on contact_shown for select to huiyin_app
  using (city = (select app_city()) and (select app_role()) in ('administrator', 'system'));
-- Nobody looks in another seat's name.
create policy contact_shown_add on contact_shown for insert to huiyin_app
  with check (city = (select app_city()) and ((select app_role()) = 'system' or seat = (select app_seat())));
create policy one_time_code_system on one_time_code to huiyin_app
  using (city = (select app_city()) and (select app_role()) = 'system');
create policy matter_pass_system on matter_pass to huiyin_app
  using (city = (select app_city()) and (select app_role()) = 'system');
create policy originator_session_system on originator_session to huiyin_app
  using (city = (select app_city()) and (select app_role()) = 'system');

-- Who signs in names no city; a page for everybody is of the city that is named, or of the first one here.
create function find_city(given integer) returns table (city integer, name text, name_en text)
  stable security definer set search_path = public, pg_temp language sql
  as $$ select c.city, c.name, c.name_en from city c where given is null or c.city = given order by c.city limit 1 $$;
revoke execute on function find_city from public;
grant execute on function find_city to huiyin_app;
