-- Whether a matter is sealed stands beside its assignments and its words. What is hidden from a caller was gathered by every statement
-- that read them, two milliseconds for three thousand sealed matters, and by each table once more; now only a statement that meets a sealed
-- row looks up whether it is hidden. A row that does not say (null) is looked up like a sealed one.
alter table assignment add column sealed boolean default false;
alter table matter_words add column sealed boolean default false;
update assignment a set sealed = true from matter m where m.sealed and m.city = a.city and m.id = a.matter;
update matter_words w set sealed = true from matter m where m.sealed and m.city = w.city and m.id = w.matter;
alter table assignment alter column sealed drop default;
alter table matter_words alter column sealed drop default;

alter policy matter_unsealed on matter using (not sealed or id not in (select unnest(hidden_matters())));
alter policy assignment_unsealed on assignment using (not sealed or matter not in (select unnest(hidden_matters())));
alter policy matter_words_unsealed on matter_words using (not sealed or matter not in (select unnest(hidden_matters())));

create or replace view matter_key as
  select m.city, m.id, m.mechanism, m.phase, m.stage, m.area, m.round, m.due_at, m.registered_at, m.confidential, m.paused, m.listed, m.raised_to,
    m.green, m.bounces, m.slip
  from matter m
  where m.city = (select app_city()) and (select app_role()) <> 'originator'
    and (not m.sealed or m.id not in (select unnest(hidden_matters())));

-- What the policies ask stands in the indexes by which lists are read and counted, so that no row is fetched to be asked.
drop index matter_todo, matter_due, matter_raised, assignment_todo, assignment_due, assignment_area, assignment_newest;
create index matter_todo on matter (city, todo_at, id) include (open_to_city, units, originators, parent, confidential, helpers, sealed)
  where todo is not null;
create index matter_due on matter (city, due_at, id, phase, stage, area)
  include (open_to_city, units, originators, parent, confidential, helpers, sealed) where phase <> 'closed';
create index matter_raised on matter (city, raised_to, raised_at, id)
  include (open_to_city, units, originators, parent, confidential, helpers, sealed) where raised_to is not null;
create index assignment_todo on assignment (city, unit, todo_at, matter) include (for_head, sealed) where todo is not null;
create index assignment_due on assignment (city, unit, due_at, matter, phase, stage, area) include (sealed) where phase <> 'closed';
create index assignment_area on assignment (city, unit, area, matter, phase, stage) include (sealed);
create index assignment_newest on assignment (city, unit, matter, phase, stage) include (sealed);
