-- How many matters counted as what at one moment, by month: so that a ranking over a million matters adds up some ten thousand sums
-- and the facts that moved since. Made anew each night from the facts, and never changed in between: what moved is read from them.
create table fact_base (
  city integer not null,
  mechanism text not null,
  -- The sums are of the facts of this moment.
  as_of timestamptz not null,
  primary key (city, mechanism)
);
create table fact_sum (
  city integer not null,
  mechanism text not null,
  -- The first day of the month of `counted_on`.
  month date not null,
  -- All zeros where the matter is no unit's.
  lead uuid not null,
  marks integer not null,
  n integer not null,
  bounces integer not null,
  returns integer not null,
  reopenings integer not null,
  primary key (city, mechanism, month, lead, marks),
  foreign key (city, mechanism) references fact_base on delete cascade
);
-- What began and what ended since a moment.
create index matter_fact_began on matter_fact (city, mechanism, since) where counted_on is not null;
create index matter_fact_ended on matter_fact (city, mechanism, until) where counted_on is not null and until < 'infinity';

alter table fact_base enable row level security;
alter table fact_sum enable row level security;
grant select, insert, delete on fact_base, fact_sum to huiyin_app;
create policy fact_base_read on fact_base for select to huiyin_app
  using (city = (select app_city()) and (select app_role()) <> 'originator');
create policy fact_base_made on fact_base to huiyin_app
  using (city = (select app_city()) and (select app_role()) = 'system');
create policy fact_sum_read on fact_sum for select to huiyin_app
  using (city = (select app_city()) and (select app_role()) <> 'originator');
create policy fact_sum_made on fact_sum to huiyin_app
  using (city = (select app_city()) and (select app_role()) = 'system');

-- Whatever is written of a time long past, by an import of what was or by a program whose clock is wrong, takes away the sums that it
-- would have counted in. An ordinary act is of now, and calls nothing. Who makes sums holds the lock alone, and sees or is seen.
create function drop_fact_base() returns trigger
  volatile security definer set search_path = public, pg_temp language plpgsql
  as $$
    begin
      perform pg_advisory_xact_lock_shared(72117240, new.city);
      delete from fact_base where city = new.city and mechanism = new.mechanism
        and as_of >= case when tg_op = 'INSERT' then new.since
          when (old.lead, old.marks, old.counted_on, old.bounces, old.returns, old.reopenings)
            is not distinct from (new.lead, new.marks, new.counted_on, new.bounces, new.returns, new.reopenings)
          then new.until else least(old.since, new.until) end;
      return null;
    end
  $$;
revoke execute on function drop_fact_base from public;
create trigger fact_of_the_past after insert on matter_fact for each row
  when (new.since < now() - interval '1 minute') execute function drop_fact_base();
create trigger fact_changed_in_the_past after update on matter_fact for each row
  when (new.until < now() - interval '1 minute' or (old.since < now() - interval '1 minute'
    and (old.lead, old.marks, old.counted_on, old.bounces, old.returns, old.reopenings)
      is distinct from (new.lead, new.marks, new.counted_on, new.bounces, new.returns, new.reopenings)))
  execute function drop_fact_base();
