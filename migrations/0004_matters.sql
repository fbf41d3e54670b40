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

-- Whether one row of another table may be read is asked as `(select true …)`: an `exists` the planner may turn into a hash of
-- all that may be read, a million rows for the sake of fifty.
create policy assignment_city on assignment to huiyin_app using (
  city = (select app_city()) and (
    (select app_role()) in ('supervisor', 'mayor', 'system') or unit = any ((select app_units())::uuid[])
    or (select true from matter m where m.city = assignment.city and m.id = assignment.matter)))
  with check (city = (select app_city()));
create policy clock_city on clock to huiyin_app using (
  city = (select app_city()) and (
    (select app_role()) in ('supervisor', 'mayor', 'system')
    or (select true from matter m where m.city = clock.city and m.id = clock.matter)))
  with check (city = (select app_city()));
create policy matter_words_city on matter_words to huiyin_app using (
  city = (select app_city()) and (
    (select app_role()) in ('supervisor', 'mayor', 'system')
    or (select true from matter m where m.city = matter_words.city and m.id = matter_words.matter)))
  with check (city = (select app_city()));

create policy attachment_city on attachment to huiyin_app using (
  city = (select app_city()) and (
    (select app_role()) in ('supervisor', 'mayor', 'system')
    or (select true from matter m where m.city = attachment.city and m.id = attachment.matter)))
  with check (city = (select app_city()));

-- A file's name can tell what its matter is: whoever has not uploaded it sees it through a matter that they may read.
drop policy file_read on file;
create policy file_read on file for select to huiyin_app using (
  city = (select app_city()) and (
    (select app_role()) in ('supervisor', 'mayor', 'system') or uploaded_by = (select app_seat())
    or (select true from attachment a where a.city = file.city and a.file = file.id limit 1)));

-- An act is read by whoever reads what it is about, and all by the overseers. A policy each, and no function: one that asks
-- tables is not inlined, and called for each act it was most of the time that opening a long matter took. Policies are asked
-- in the order of their names, so the one that asks no table comes first.
create policy act_all_to_overseers on act for select to huiyin_app
  using (city = (select app_city()) and (select app_role()) in ('supervisor', 'mayor', 'system'));
create policy act_of_matter on act for select to huiyin_app
  using (city = (select app_city()) and (select true from matter m where m.city = act.city and m.id = act.stream));
create policy act_of_round on act for select to huiyin_app
  using (city = (select app_city()) and (select true from round r where r.city = act.city and r.id = act.stream));

-- Search: the newest matters in which a fragment stands, older than `before`, among those that the filters leave (null: any).
-- `@@` is not leak-proof: under row-level security the planner may not use the index for it, so the ids are found here, past
-- the policy, by the same rule that the policy has, and read under it afterwards.
create function find_matters(query tsquery, fragment text, before uuid, most integer, of_units uuid[], in_phase text,
    in_stage text, in_area text, in_round uuid, due_from timestamptz, due_until timestamptz)
  returns setof uuid stable security definer set search_path = public, pg_temp
  -- Planned for what is asked: a filter that is not given then costs nothing.
  set plan_cache_mode = force_custom_plan
  language plpgsql as $$
    declare
      here integer := app_city();
      role text := app_role();
      own uuid[] := app_units();
      looks constant integer := 2500;
      looked integer;
      found uuid[];
    begin
      -- Newest first through what the filters leave: a word that one in fifty has is found here. What was looked at is all
      -- there is where the filters leave little.
      if of_units is null then
        select count(*), array_agg(x.id order by x.id desc) filter (where x.fits) into looked, found
        from (select m.id, matter_readable(m.open_to_city, m.units, role, own) and position(fragment in w.words) > 0 as fits
          from (select c.id, c.open_to_city, c.units from matter c
            where c.city = here and c.id < before and (in_phase is null or c.phase = in_phase)
              and (in_phase = 'closed' or in_phase is null or c.phase <> 'closed')
              and (in_stage is null or c.stage = in_stage) and (in_area is null or c.area = in_area)
              and (in_round is null or c.round = in_round) and (due_from is null or c.due_at >= due_from)
              and (due_until is null or c.due_at < due_until and c.phase <> 'closed')
            order by c.id desc limit looks) m
          join matter_words w on w.city = here and w.matter = m.id) x;
      else
        -- One look-up a unit, merged as they come; with forty units the newest of each would be far too many.
        execute format(
          'with near as materialized (select p.matter from (%s) p order by p.matter desc limit $1)
          select (select count(*) from near), array_agg(m.id order by m.id desc)
          from (select distinct matter from near) n join matter m on m.city = $2 and m.id = n.matter
            join matter_words w on w.city = $2 and w.matter = m.id
          where matter_readable(m.open_to_city, m.units, $9, $10) and position($11 in w.words) > 0
            and ($12 is null or m.round = $12)',
          (select string_agg(format(
            '(select a.matter from assignment a where a.city = $2 and a.unit = %L and a.matter < $3
              and ($4 is null or a.phase = $4) and ($4 is null or $4 = ''closed'' or a.phase <> ''closed'')
              and ($5 is null or a.stage = $5) and ($6 is null or a.area = $6) and ($7 is null or a.due_at >= $7)
              and ($8 is null or a.due_at < $8 and a.phase <> ''closed'') order by a.matter desc)', unit), ' union all ')
            from unnest(of_units) as own_units (unit)))
        into looked, found
        using looks, here, before, in_phase, in_stage, in_area, due_from, due_until, role, own, fragment, in_round;
      end if;
      if looked < looks or cardinality(found) >= most then
        return query select unnest(found[1:most]);
        return;
      end if;
      -- A rare word: by its index, which has no order, all of them.
      return query
        with hits as materialized (
          select w.matter from matter_words w
          where w.city = here and w.grams @@ query and w.matter < before and position(fragment in w.words) > 0
          order by w.matter desc)
        select m.id from hits h join matter m on m.city = here and m.id = h.matter
        where matter_readable(m.open_to_city, m.units, role, own) and (of_units is null or m.units && of_units)
          and (in_phase is null or m.phase = in_phase) and (in_stage is null or m.stage = in_stage)
          and (in_area is null or m.area = in_area) and (in_round is null or m.round = in_round)
          and (due_from is null or m.due_at >= due_from) and (due_until is null or m.due_at < due_until)
        order by h.matter desc limit most;
    end
  $$;
revoke execute on function find_matters from public;
grant execute on function find_matters to huiyin_app;
