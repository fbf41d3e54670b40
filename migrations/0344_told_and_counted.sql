-- A notice may be about a swap of duties: whoever is asked for one is told, and whoever asked is told what was answered.
alter table notice
  add column duty_swap uuid,
  add foreign key (city, duty_swap) references duty_swap,
  drop constraint notice_check,
  add check (num_nonnulls(matter, bulletin, duty_swap) = 1);

-- What was agreed not to apply, and whose effect was noted, is counted from now on: matters that were, are given their facts anew.
insert into adoption_due (city, noun)
  select distinct m.city, 'fact' from matter m where m.state like '%"waiver":{%' or m.state like '%"gain":{%'
  on conflict do nothing;
delete from matter_fact f using matter m
  where m.city = f.city and m.id = f.matter and (m.state like '%"waiver":{%' or m.state like '%"gain":{%');
