-- Whether the judgement of a matter is kept from the units is known where it is counted (ADR 607): matters that were ever judged so are given their facts
-- anew, and what was summed up of them in the night is made again.
create temporary table judged_unnamed as
  select distinct city, stream from act where kind = 'evaluate' and body like '%"unnamed":true%';
insert into adoption_due (city, noun) select distinct city, 'fact' from judged_unnamed on conflict do nothing;
delete from matter_fact f using judged_unnamed j where j.city = f.city and j.stream = f.matter;
delete from fact_base where exists (select from judged_unnamed);
drop table judged_unnamed;
