-- What was not answered when its time had run out is known where it is counted (ADR 608), and what was answered is known as having had to be. Matters are given
-- their facts anew, and what was summed up of them in the night is made again. Sealed ones have none.
insert into adoption_due (city, noun) select distinct city, 'fact' from matter_fact on conflict do nothing;
delete from matter_fact;
delete from fact_base;
