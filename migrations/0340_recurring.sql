-- The day on which something next begins below a matter by a rule of its mechanism; null where nothing does.
alter table matter add column recurs_on date;
create index matter_recurs_on on matter (city, recurs_on, id) where recurs_on is not null;
