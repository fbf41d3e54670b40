-- Acts, their chain, and signed checkpoints. The ledger knows no matter: a stream is whatever its acts belong to.

create table act (
  city integer not null,
  stream uuid not null,
  seq integer not null check (seq > 0),
  id uuid not null,
  kind text not null check (kind <> ''),
  seat uuid,
  at timestamptz not null,
  -- Canonical JSON (RFC 8785), the very bytes that were hashed; jsonb would reorder its keys.
  body text not null,
  -- sha256(prev, or 32 zero bytes for the first ‖ body in UTF-8)
  hash bytea not null check (length(hash) = 32),
  prev bytea check (length(prev) = 32),
  position bigint generated always as identity,
  -- The transaction that wrote it. Positions are drawn early and committed late: an act is settled, with every act
  -- before it in the order of (xid, position), once no transaction up to its own is still open.
  xid xid8 not null default pg_current_xact_id(),
  check ((seq = 1) = (prev is null)),
  unique (city, id)
);
-- After the unique constraint on purpose: indexes are checked in the order of their making, and an act that is sent twice at
-- once should hear that it is there already rather than that its stream has moved.
alter table act add primary key (city, stream, seq);
create index act_settled on act (city, xid, position);
-- No foreign key to city: every insert would lock the city's one row, and policies already bind the number.

-- What was acknowledged stays as it is, whoever asks; the owner would have to disable this by name.
create function refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception 'rows of % are never altered or removed: correct by a new act', tg_table_name
      using errcode = 'restrict_violation';
  end
$$;
create trigger act_stays before update or delete on act for each row execute function refuse_change();
create trigger act_stays_whole before truncate on act for each statement execute function refuse_change();

-- Keys that checkpoints are signed with (Ed25519). Public halves may be read by everyone of the city.
create table signing_key (
  city integer not null references city,
  id text not null check (id <> ''),
  public bytea not null check (length(public) = 32),
  created_at timestamptz not null,
  primary key (city, id)
);
create table signing_secret (
  city integer not null,
  id text not null,
  private bytea not null,
  primary key (city, id),
  foreign key (city, id) references signing_key
);

-- See src/ledger/checkpoint.rules.ts for what root and signature are made of.
create table checkpoint (
  city integer not null references city,
  n integer not null check (n > 0),
  -- Every act of a transaction below this one is covered, and no other.
  horizon xid8 not null,
  -- Acts covered from the beginning of the ledger.
  acts bigint not null check (acts > 0),
  root bytea not null check (length(root) = 32),
  prev bytea check (length(prev) = 32),
  signature bytea not null check (length(signature) = 64),
  key_id text not null,
  at timestamptz not null,
  check ((n = 1) = (prev is null)),
  primary key (city, n),
  foreign key (city, key_id) references signing_key
);
create trigger checkpoint_stays before update or delete on checkpoint for each row execute function refuse_change();
create trigger checkpoint_stays_whole before truncate on checkpoint for each statement execute function refuse_change();

alter table act enable row level security;
alter table signing_key enable row level security;
alter table signing_secret enable row level security;
alter table checkpoint enable row level security;

-- Column by column: the application chooses neither position nor transaction.
grant insert (city, stream, seq, id, kind, seat, at, body, hash, prev) on act to huiyin_app;
grant select on act, signing_key, signing_secret, checkpoint to huiyin_app;
grant insert on signing_key, signing_secret, checkpoint to huiyin_app;

-- Who else may read an act is decided with its matter, where matters are made.
create policy act_read_system on act for select to huiyin_app
  using (city = (select app_city()) and (select app_role()) = 'system');
-- Nobody acts in another seat's name.
create policy act_append on act for insert to huiyin_app
  with check (city = (select app_city())
    and ((select app_role()) = 'system' or seat is not distinct from (select app_seat())));

create policy signing_key_read on signing_key for select to huiyin_app using (city = (select app_city()));
create policy signing_key_add on signing_key for insert to huiyin_app
  with check (city = (select app_city()) and (select app_role()) = 'system');
create policy signing_secret_read on signing_secret for select to huiyin_app
  using (city = (select app_city()) and (select app_role()) = 'system');
create policy signing_secret_add on signing_secret for insert to huiyin_app
  with check (city = (select app_city()) and (select app_role()) = 'system');
create policy checkpoint_read on checkpoint for select to huiyin_app using (city = (select app_city()));
create policy checkpoint_add on checkpoint for insert to huiyin_app
  with check (city = (select app_city()) and (select app_role()) = 'system');
