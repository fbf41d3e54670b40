-- What the city's own closed matters teach: which category, which unit (src/intake/suggestions). Derived, and learned anew each
-- night; it is made of matters that only the overseers read all of, so only they are suggested anything.

-- What there was to learn from when it was looked at last. `version` names what was learned; null where that was too little.
create table suggestion_lesson (
  city integer not null references city,
  mechanism text not null,
  about text not null check (about in ('category', 'unit')),
  looked_at timestamptz not null,
  -- How many closed matters there were to learn from, and how many categories or units had enough of them.
  matters integer not null check (matters >= 0),
  kinds integer not null check (kinds >= 0),
  version text,
  learned_at timestamptz,
  primary key (city, mechanism, about),
  check ((version is null) = (learned_at is null))
);

-- The model of a lesson, in the bytes of packed.rules.ts: read once by each process that suggests, and again when the version is another.
create table suggestion_model (
  city integer not null,
  mechanism text not null,
  about text not null,
  version text not null,
  model bytea not null check (octet_length(model) <= 67108864),
  primary key (city, mechanism, about),
  foreign key (city, mechanism, about) references suggestion_lesson on delete cascade
);
-- Numbers do not grow smaller by being tried.
alter table suggestion_model alter column model set storage external;

-- What was suggested for a matter as it stood after its act `seq`, so that it can be counted how often people decided the same. A label is
-- a category's code or a unit's id; null where it was not sure enough to be said.
create table suggestion_said (
  city integer not null,
  matter uuid not null,
  about text not null check (about in ('category', 'unit')),
  seq integer not null,
  label text,
  said_at timestamptz not null,
  primary key (city, matter, about, seq),
  foreign key (city, matter) references matter
);
create index suggestion_said_at on suggestion_said (city, said_at);

alter table suggestion_lesson enable row level security;
alter table suggestion_model enable row level security;
alter table suggestion_said enable row level security;
grant select, insert, update on suggestion_lesson to huiyin_app;
grant select, insert, update, delete on suggestion_model, suggestion_said to huiyin_app;

create policy suggestion_lesson_see on suggestion_lesson for select to huiyin_app
  using (city = (select app_city()) and (select app_role()) in ('supervisor', 'mayor', 'administrator', 'system'));
create policy suggestion_lesson_keep on suggestion_lesson for insert to huiyin_app
  with check (city = (select app_city()) and (select app_role()) = 'system');
create policy suggestion_lesson_renew on suggestion_lesson for update to huiyin_app
  using (city = (select app_city()) and (select app_role()) = 'system')
  with check (city = (select app_city()) and (select app_role()) = 'system');

create policy suggestion_model_see on suggestion_model for select to huiyin_app
  using (city = (select app_city()) and (select app_role()) in ('supervisor', 'mayor', 'system'));
create policy suggestion_model_keep on suggestion_model for insert to huiyin_app
  with check (city = (select app_city()) and (select app_role()) = 'system');
create policy suggestion_model_renew on suggestion_model for update to huiyin_app
  using (city = (select app_city()) and (select app_role()) = 'system')
  with check (city = (select app_city()) and (select app_role()) = 'system');
create policy suggestion_model_drop on suggestion_model for delete to huiyin_app
  using (city = (select app_city()) and (select app_role()) = 'system');

create policy suggestion_said_overseers on suggestion_said to huiyin_app
  using (city = (select app_city()) and (select app_role()) in ('supervisor', 'mayor', 'system'))
  with check (city = (select app_city()) and (select app_role()) in ('supervisor', 'mayor', 'system'));
