-- Mechanisms, rounds, matters. The tables matter, assignment, clock and matter_words are projections of the acts, written
-- in the same transaction; `huiyin verify` makes them anew and compares.

create table mechanism (
  city integer not null references city,
  key text not null,
  version integer not null check (version > 0),
  source text not null,
  published_at timestamptz not null,
  seat uuid,
  primary key (city, key, version)
);

-- The last number given in a series: a mechanism's year, or a round. The row's lock makes numbers dense and unique.
create table number_series (
  city integer not null references city,
  series text not null,
  last integer not null check (last > 0),
  primary key (city, series)
);

create table round (
  city integer not null,
  id uuid not null,
  mechanism text not null,
  version integer not null,
  year integer not null,
  number integer not null check (number > 0),
  name text not null,
  held_on date not null,
  attendees jsonb not null,
  draft uuid,
  opened_by text not null,
  seq integer not null,
  hash bytea not null,
  created_at timestamptz not null,
  primary key (city, id),
  unique (city, mechanism, year, number),
  foreign key (city, mechanism, version) references mechanism
);
create index round_newest on round (city, held_on desc, id desc);

create table matter (
  city integer not null,
  id uuid not null,
  mechanism text not null,
  version integer not null,
  number text not null,
  n integer not null,
  round uuid,
  stage text not null,
  phase text not null check (phase in ('open', 'assigned', 'working', 'answered', 'closed')),
  area text,
  lead uuid,
  units uuid[] not null,
  open_to_city boolean not null,
  -- The deadline that the list shows: the lead unit's, else the supervision office's; infinity where none is running.
  due_at timestamptz not null,
  -- What the supervision office has to do next, and by when.
  todo text,
  todo_at timestamptz not null,
  updated_at timestamptz not null,
  seq integer not null,
  hash bytea not null,
  -- The fold so far, JSON. Text and not jsonb: no query looks inside, and the next act needs it as it is.
  state text not null,
  primary key (city, id),
  unique (city, number),
  foreign key (city, mechanism, version) references mechanism,
  foreign key (city, round) references round
) with (fillfactor = 85);
-- Lists by deadline, keyset (due_at, id). The partial index keeps a million struck-off matters out of the daily list, and
-- holds what the list may be filtered by, so that a filter that fits nothing reads no rows to find that out; what the policy
-- asks for is in it too, so that the workbench counts without reading any.
create index matter_due on matter (city, due_at, id, phase, stage, area) include (open_to_city, units) where phase <> 'closed';
-- Lists by age, keyset id.
create index matter_phase_newest on matter (city, phase, id);
create index matter_stage on matter (city, stage, id, area);
create index matter_area on matter (city, area, id, phase, stage);
create index matter_round on matter (city, round, n);
create index matter_todo on matter (city, todo_at, id) include (open_to_city, units) where todo is not null;

create table assignment (
  city integer not null,
  matter uuid not null,
  unit uuid not null,
  part text not null check (part in ('lead', 'co')),
  stance text not null,
  -- Three of the matter's own, so that a unit's list finds by one index what it is filtered by.
  phase text not null,
  stage text not null,
  area text,
  bounces integer not null,
  due_at timestamptz not null,
  -- What this unit has to do next, and by when.
  todo text,
  todo_at timestamptz not null,
  primary key (city, matter, unit),
  foreign key (city, matter) references matter deferrable initially deferred,
  foreign key (city, unit) references unit
) with (fillfactor = 85);
-- One look-up a unit, never `unit = any(…)` over one index: the planner would walk the whole city for a rare unit.
create index assignment_due on assignment (city, unit, due_at, matter, phase, stage, area) where phase <> 'closed';
create index assignment_newest on assignment (city, unit, matter, phase, stage);
create index assignment_area on assignment (city, unit, area, matter, phase, stage);
create index assignment_todo on assignment (city, unit, todo_at, matter) where todo is not null;

create table clock (
  city integer not null,
  matter uuid not null,
  n integer not null,
  clock text not null,
  unit uuid,
  started_at timestamptz not null,
  due_at timestamptz not null,
  paused_on date,
  stopped_at timestamptz,
  how text check (how in ('met', 'late', 'void')),
  primary key (city, matter, n),
  foreign key (city, matter) references matter deferrable initially deferred
) with (fillfactor = 85);
-- What runs out next, in the whole city. A stopped or paused clock runs out for nobody.
create index clock_running on clock (city, due_at) where stopped_at is null and paused_on is null;
-- There is never more than one open clock of a name and unit; nulls count as equal, or the matter's own would escape.
create unique index clock_open on clock (city, matter, clock, unit) nulls not distinct where stopped_at is null;

-- The words of a matter, for the search; apart from matter, so that an act that changes no word touches no index of words.
create table matter_words (
  city integer not null,
  matter uuid not null,
  words text not null,
  grams tsvector not null,
  primary key (city, matter),
  foreign key (city, matter) references matter deferrable initially deferred
);
create index matter_words_grams on matter_words using gin (grams) with (fastupdate = off);

-- Which matter a file belongs to: whoever reads the matter reads its files.
create table attachment (
  city integer not null,
  file uuid not null,
  matter uuid not null,
  primary key (city, file, matter),
  foreign key (city, file) references file,
  foreign key (city, matter) references matter deferrable initially deferred
);

-- Who reads a matter: overseers all, everybody what is open to the city, a unit what it takes part in. In one function,
-- so that the policy and the search say the same; plain SQL, so that it is inlined.
create function matter_readable(open_to_city boolean, units uuid[], role text, own uuid[]) returns boolean
  immutable parallel safe language sql
  as $$ select role in ('supervisor', 'mayor', 'system') or open_to_city or units && own $$;

alter table mechanism enable row level security;
alter table number_series enable row level security;
alter table round enable row level security;
alter table matter enable row level security;
alter table assignment enable row level security;
alter table clock enable row level security;
alter table matter_words enable row level security;
alter table attachment enable row level security;

grant select, insert on mechanism, round, attachment to huiyin_app;
grant select, insert, update on number_series, matter, clock, matter_words to huiyin_app;
grant select, insert, update, delete on assignment to huiyin_app;

create policy mechanism_city on mechanism to huiyin_app
  using (city = (select app_city()))
  with check (city = (select app_city()) and (select app_role()) in ('administrator', 'system'));
create policy number_series_city on number_series to huiyin_app using (city = (select app_city()));
create policy round_city on round to huiyin_app using (city = (select app_city()));

create policy matter_read on matter for select to huiyin_app using (
  city = (select app_city()) and matter_readable(open_to_city, units, (select app_role()), (select app_units())));
create policy matter_register on matter for insert to huiyin_app with check (city = (select app_city()));
-- A unit that leaves a confidential matter writes the row that it may not read afterwards, so the check asks for the city.
create policy matter_act on matter for update to huiyin_app using (
  city = (select app_city()) and matter_readable(open_to_city, units, (select app_role()), (select app_units())))
  with check (city = (select app_city()));

create policy assignment_city on assignment to huiyin_app using (
  city = (select app_city()) and (
    (select app_role()) in ('supervisor', 'mayor', 'system') or unit = any ((select app_units())::uuid[])
    or exists (select from matter m where m.city = assignment.city and m.id = assignment.matter)))
  with check (city = (select app_city()));
create policy clock_city on clock to huiyin_app using (
  city = (select app_city()) and exists (select from matter m where m.city = clock.city and m.id = clock.matter))
  with check (city = (select app_city()));
create policy matter_words_city on matter_words to huiyin_app using (
  city = (select app_city()) and exists (select from matter m where m.city = matter_words.city and m.id = matter_words.matter))
  with check (city = (select app_city()));

create policy attachment_city on attachment to huiyin_app using (
  city = (select app_city()) and exists (select from matter m where m.city = attachment.city and m.id = attachment.matter))
  with check (city = (select app_city()));

-- A file's name can tell what its matter is: whoever has not uploaded it sees it through a matter that they may read.
drop policy file_read on file;
create policy file_read on file for select to huiyin_app using (
  city = (select app_city()) and (
    (select app_role()) in ('supervisor', 'mayor', 'system') or uploaded_by = (select app_seat())
    or exists (select from attachment a where a.city = file.city and a.file = file.id)));

-- An act is read by whoever reads what it is about. A bulletin's acts are added where bulletins are made.
create function act_is_readable(in_city integer, in_stream uuid) returns boolean stable language sql
  as $$
    select (select app_role()) in ('supervisor', 'mayor', 'system')
      or exists (select from matter m where m.city = in_city and m.id = in_stream)
      or exists (select from round r where r.city = in_city and r.id = in_stream)
  $$;
create policy act_of_what_is_read on act for select to huiyin_app
  using (city = (select app_city()) and act_is_readable(city, stream));

-- Search. `@@` is not leak-proof: under row-level security the planner may not use the index for it, so the ids are found
-- here, past the policy, by the same rule that the policy has, and read under it afterwards. At most `most` candidates are
-- looked at; whoever finds that many is told to type more.
create function find_matters(query tsquery, fragment text, most integer)
  returns table (matter uuid) stable security definer set search_path = public, pg_temp language sql
  as $$
    select w.matter
    from matter_words w join matter m on m.city = w.city and m.id = w.matter
    where w.city = (select app_city()) and w.grams @@ query and position(fragment in w.words) > 0
      and matter_readable(m.open_to_city, m.units, (select app_role()), (select app_units()))
    limit most
  $$;
revoke execute on function find_matters from public;
grant execute on function find_matters to huiyin_app;
