-- What a matter counts as, from when to when: a row for each change of it, written in the transaction of the act that made it. So
-- a count of now reads the rows that have no end, and a count as of any moment those that had none then; neither folds a matter.
-- Written from the state alone (src/matters/facts/fact.rules.ts), and held against the acts by `huiyin verify`.
create table matter_fact (
  city integer not null,
  matter uuid not null,
  since timestamptz not null,
  until timestamptz not null,
  mechanism text not null,
  lead uuid,
  -- The codes of its category, from the top down to its own.
  category text[] not null,
  channel text,
  originator uuid,
  -- A bit for each word of src/mechanism/mark.rules.ts.
  marks integer not null,
  bounces integer not null,
  returns integer not null,
  reopenings integer not null,
  -- Days of the city.
  registered_on date not null,
  assigned_on date,
  accepted_on date,
  answered_on date,
  closed_on date,
  -- The day by which its mechanism puts it into a period; null while it is in none, and where it goes on in another matter.
  counted_on date,
  primary key (city, matter, since),
  foreign key (city, matter) references matter deferrable initially deferred,
  check (since < until)
);
-- Counts of now read this index and no rows: what a ranking asks for is in it.
create index matter_fact_now on matter_fact (city, mechanism, counted_on) include (lead, marks)
  where until = 'infinity' and counted_on is not null;
create index matter_fact_then on matter_fact (city, mechanism, counted_on) where counted_on is not null;

alter table matter_fact enable row level security;
grant select, insert, update on matter_fact to huiyin_app;
-- Numbers are every seat's: a ranking in which each unit sees itself alone is none. The matters behind a number are read under the
-- policy of matters. Whoever raised a matter sits on no seat, and writes what becomes of their own by evaluating it.
create policy matter_fact_of_seats on matter_fact to huiyin_app
  using (city = (select app_city()) and ((select app_role()) <> 'originator'
    or (select true from matter m where m.city = matter_fact.city and m.id = matter_fact.matter)))
  with check (city = (select app_city()));

-- The matters of before have no facts: they are given theirs from their acts, once.
insert into adoption_due (city, noun)
  select c.city, 'fact' from city c where exists (select from matter m where m.city = c.city);
