-- The ladder of supervision: a mechanism says how many rungs a clock has, so the number of a rung has no bound any more.
alter table clock_told drop constraint clock_told_rung_check;
alter table clock_told add constraint clock_told_rung check (rung >= 1);

-- The gravest slip that no unit has replied to, for the ledger's filter. Few matters have one at a time.
alter table matter add column slip text check (slip in ('blue', 'yellow', 'orange', 'red'));
create index matter_slip on matter (city, slip, id) where slip is not null;
