-- A call that reached nobody no longer counts among the calls (ADR 496): matters about which such a call was made are given their facts anew, and what
-- was summed up of them in the night is made again. What followed from those calls then (a clock that ended) stays as it was.
create temporary table called_in_vain as
  select distinct city, stream from act where kind = 'callback' and body::jsonb -> 'payload' -> 'given' ->> 'reached' = 'false';
insert into adoption_due (city, noun) select distinct city, 'fact' from called_in_vain on conflict do nothing;
delete from matter_fact f using called_in_vain c where c.city = f.city and c.stream = f.matter;
delete from fact_base where exists (select from called_in_vain);
drop table called_in_vain;
