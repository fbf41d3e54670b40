-- What matters count as has outgrown 31 bits: 63 are kept. See src/mechanism/mark.rules.ts.
drop trigger fact_changed_in_the_past on matter_fact;
alter table matter_fact alter column marks type bigint;
alter table fact_sum alter column marks type bigint;
create trigger fact_changed_in_the_past after update on matter_fact for each row
  when (new.until < now() - interval '1 minute' or (old.since < now() - interval '1 minute'
    and (old.lead, old.marks, old.counted_on, old.bounces, old.returns, old.reopenings)
      is distinct from (new.lead, new.marks, new.counted_on, new.bounces, new.returns, new.reopenings)))
  execute function drop_fact_base();
