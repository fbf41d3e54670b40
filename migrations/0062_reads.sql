-- Who has had a matter before their eyes, and up to which act. Not an act of the ledger: nobody answers for having read, and
-- writing it would move the very thing that is read (docs/adr/0062-reads-are-no-acts.md).

-- A person on a seat: whoever takes a seat over has read nothing yet.
create table matter_read (
  city integer not null,
  matter uuid not null,
  seat uuid not null,
  account uuid not null,
  -- The newest act that was shown, and when it first was.
  seq integer not null check (seq > 0),
  at timestamptz not null,
  primary key (city, matter, seat, account),
  foreign key (city, matter) references matter,
  foreign key (city, seat) references seat,
  foreign key (city, account) references account
) with (fillfactor = 85);

alter table matter_read enable row level security;
grant select, insert on matter_read to huiyin_app;
grant update (seq, at) on matter_read to huiyin_app;

-- Whoever reads the matter sees who else has; each writes for themselves, and only of what they may read.
create policy matter_read_see on matter_read for select to huiyin_app using (
  city = (select app_city()) and (
    (select app_role()) in ('supervisor', 'mayor', 'system')
    or (select true from matter m where m.city = matter_read.city and m.id = matter_read.matter)));
create policy matter_read_note on matter_read for insert to huiyin_app with check (
  city = (select app_city()) and seat = (select app_seat()) and account = (select app_account())
    and (select true from matter m where m.city = matter_read.city and m.id = matter_read.matter));
create policy matter_read_on on matter_read for update to huiyin_app
  using (city = (select app_city()) and seat = (select app_seat()) and account = (select app_account()))
  with check (city = (select app_city()) and seat = (select app_seat()) and account = (select app_account())
    and (select true from matter m where m.city = matter_read.city and m.id = matter_read.matter));
