-- What the office heard on the phone no longer makes a yes of the no that somebody said themselves (ADR 495): matters that were evaluated and called
-- about are given their facts anew, and what was summed up of them in the night is made again.
insert into adoption_due (city, noun)
  select distinct a.city, 'fact' from act a where a.kind = 'callback'
    and exists (select from act e where e.city = a.city and e.stream = a.stream and e.kind = 'evaluate')
  on conflict do nothing;
delete from matter_fact f using act a
  where a.city = f.city and a.stream = f.matter and a.kind = 'callback'
    and exists (select from act e where e.city = a.city and e.stream = a.stream and e.kind = 'evaluate');
delete from fact_base;
