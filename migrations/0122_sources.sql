-- Programs that hand over what was raised elsewhere (a hotline, a chamber's system): each with a token of its own, written from its
-- stream in the register; and what each handed over, by its own number for it, so that it is taken once. See src/counter/sources.

create table source (
  city integer not null references city,
  id uuid not null,
  name text not null check (name <> ''),
  -- Under which mechanism, and by which of its channels, its requests are registered.
  mechanism text not null,
  channel text,
  token_hash bytea not null check (length(token_hash) = 32),
  revoked_at timestamptz,
  primary key (city, id)
);
create unique index source_token on source (city, token_hash);

create table taken_request (
  city integer not null,
  source uuid not null,
  external text not null check (external <> ''),
  matter uuid not null,
  originator uuid not null,
  -- SHA-256 of what was handed over: the same number for something else is a mistake.
  digest bytea not null check (length(digest) = 32),
  at timestamptz not null,
  primary key (city, source, external),
  foreign key (city, source) references source
);
create index taken_request_at on taken_request (city, source, at, external);
create unique index taken_request_matter on taken_request (city, matter);

alter table source enable row level security;
alter table taken_request enable row level security;
grant select, insert on source, taken_request to huiyin_app;
grant update (revoked_at) on source to huiyin_app;
create policy source_keepers on source to huiyin_app
  using (city = (select app_city()) and (select app_role()) in ('administrator', 'system'));
create policy taken_request_system on taken_request to huiyin_app
  using (city = (select app_city()) and (select app_role()) = 'system');
