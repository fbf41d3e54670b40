-- Parties that stand against each other, and the money at stake between them. The parties stand in the matter's state alone; the
-- money is counted, and so is part of what a matter counts as. What somebody declares to hold against their being impartial is an
-- entry of the register. See src/matters/parties and src/directory/interests.

-- In fen; null where no money is at stake or it is not known.
alter table matter_fact add column amount bigint check (amount >= 0);

create table interest (
  city integer not null references city,
  id uuid not null,
  account uuid not null,
  kind text not null check (kind in ('none', 'works', 'family', 'represented')),
  enterprise uuid,
  said text,
  declared_at timestamptz not null,
  ended_at timestamptz,
  primary key (city, id),
  foreign key (city, account) references account,
  foreign key (city, enterprise) references enterprise,
  check ((kind = 'none') = (enterprise is null))
);
create index interest_of on interest (city, account) where ended_at is null;

alter table interest enable row level security;
grant select, insert on interest to huiyin_app;
grant update (ended_at) on interest to huiyin_app;
-- One's own; and the program's, which compares. Whoever appoints hears of a conflict, not of a colleague's declarations.
create policy interest_own on interest to huiyin_app
  using (city = (select app_city()) and ((select app_role()) = 'system'
    or account = (select s.account from seat s where s.city = interest.city and s.id = (select app_seat()))));
