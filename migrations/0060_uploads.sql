-- Uploads that go on where they were cut: what has come of a file so far. Half a file stands here in pieces and not among the
-- evidence on disk: it is its seat's alone, every server process can go on with it, and it goes with its row.

create table upload (
  city integer not null references city,
  id uuid not null,
  seat uuid not null,
  name text not null,
  size integer not null check (size > 0),
  -- Bytes that have come and are kept. A piece is added only where it begins here, so that two senders cannot both add theirs.
  received integer not null default 0 check (received between 0 and size),
  created_at timestamptz not null,
  -- A day after the last byte.
  expires_at timestamptz not null,
  primary key (city, id)
);
create index upload_of_seat on upload (city, seat);
create index upload_expired on upload (city, expires_at);

create table upload_piece (
  city integer not null references city,
  upload uuid not null,
  -- The byte of the file with which it begins.
  place integer not null check (place >= 0),
  bytes bytea not null,
  primary key (city, upload, place),
  foreign key (city, upload) references upload on delete cascade
);
-- A picture is packed already.
alter table upload_piece alter column bytes set storage external;

alter table upload enable row level security;
alter table upload_piece enable row level security;
grant select, insert, update, delete on upload to huiyin_app;
grant select, insert, delete on upload_piece to huiyin_app;

create policy upload_own on upload to huiyin_app
  using (city = (select app_city()) and (seat = (select app_seat()) or (select app_role()) = 'system'))
  with check (city = (select app_city()) and (seat = (select app_seat()) or (select app_role()) = 'system'));
create policy upload_piece_own on upload_piece to huiyin_app
  using (city = (select app_city()) and (select true from upload u where u.city = upload_piece.city and u.id = upload))
  with check (city = (select app_city()) and (select true from upload u where u.city = upload_piece.city and u.id = upload));
