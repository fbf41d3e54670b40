-- Transfers: exports and imports, long work that its seat can leave and find again. An export's file stands here in parts and not
-- among the evidence on disk: it is one seat's view of the ledger, so row-level security keeps it for that seat, and it goes
-- with its row after some days.

create table transfer (
  city integer not null references city,
  id uuid not null,
  kind text not null check (kind in ('export', 'import')),
  seat uuid not null,
  account uuid not null,
  -- What was asked for, JSON, read and written whole.
  ask text not null,
  title text not null check (title <> ''),
  language text not null check (language in ('zh', 'en')),
  status text not null check (status in ('review', 'waiting', 'running', 'done', 'failed', 'cancelled')),
  done integer not null default 0 check (done >= 0),
  -- Null where nobody knows how many there will be.
  total integer check (total >= 0),
  -- Why it failed: a problem, JSON.
  problem text,
  file_name text not null default '',
  media_type text not null default '',
  size bigint,
  created_at timestamptz not null,
  finished_at timestamptz,
  expires_at timestamptz not null,
  primary key (city, id),
  check ((status in ('done', 'failed', 'cancelled')) = (finished_at is not null))
);
create index transfer_of_seat on transfer (city, seat, id desc);
create index transfer_expired on transfer (city, expires_at);

create table transfer_part (
  city integer not null references city,
  transfer uuid not null,
  n integer not null,
  bytes bytea not null,
  primary key (city, transfer, n),
  foreign key (city, transfer) references transfer on delete cascade
);
-- An XLSX is packed already.
alter table transfer_part alter column bytes set storage external;

alter table transfer enable row level security;
alter table transfer_part enable row level security;
grant select, insert, update, delete on transfer to huiyin_app;
grant select, insert, delete on transfer_part to huiyin_app;

create policy transfer_own on transfer to huiyin_app
  using (city = (select app_city()) and (seat = (select app_seat()) or (select app_role()) = 'system'))
  with check (city = (select app_city()) and (seat = (select app_seat()) or (select app_role()) = 'system'));
create policy transfer_part_own on transfer_part to huiyin_app
  using (city = (select app_city()) and (select true from transfer t where t.city = transfer_part.city and t.id = transfer))
  with check (city = (select app_city()) and (select true from transfer t where t.city = transfer_part.city and t.id = transfer));
