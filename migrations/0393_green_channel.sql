-- Whether a matter goes through the green channel: the ledger is filtered by it. Few do, and most acts touch none of these.
alter table matter add column green boolean not null default false;
update matter set green = true where state like '%"green":true%' and (state::json ->> 'green')::boolean;
create index matter_green on matter (city, id) where green;

-- It is counted from now on: matters that went through it, for a time or to this day, are given their facts anew.
insert into adoption_due (city, noun)
  select distinct a.city, 'fact' from act a where a.kind = 'assign' and a.body like '%"do":"green"%'
  on conflict do nothing;
delete from matter_fact f using act a
  where a.city = f.city and a.stream = f.matter and a.kind = 'assign' and a.body like '%"do":"green"%';
