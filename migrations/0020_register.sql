-- The register: what a city keeps besides matters — units, seats, people, mechanisms, its calendar, its schemes. Each is a
-- stream of acts like a matter; `entry` holds where its chain stands and the fold so far, and the tables that everybody
-- reads (unit, seat, account, …) are written from that in the same transaction. See src/ledger/entry.acts.ts.

create table entry (
  city integer not null references city,
  id uuid not null,
  noun text not null check (noun <> ''),
  seq integer not null check (seq > 0),
  hash bytea not null check (length(hash) = 32),
  at timestamptz not null,
  -- JSON. Text and not jsonb: no query looks inside, and the next act needs it as it is.
  state text not null,
  primary key (city, id)
);
create index entry_noun on entry (city, noun);

alter table entry enable row level security;
grant select, insert on entry to huiyin_app;
grant update (seq, hash, at, state) on entry to huiyin_app;

create policy entry_administrators on entry to huiyin_app
  using (city = (select app_city()) and (select app_role()) in ('administrator', 'system'));
-- Administrators read the acts of the register and of nothing else.
create policy act_of_entry on act for select to huiyin_app
  using (city = (select app_city()) and (select app_role()) = 'administrator'
    and (select true from entry e where e.city = act.city and e.id = act.stream));
