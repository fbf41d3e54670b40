-- What most matters of a week are about, as it was counted last: derived, and counted anew at any time (src/intake/topics). It names
-- confidential matters too, so that only those read it who read all.
create table hot_topics (
  city integer not null references city,
  -- The Monday with which it begins.
  week date not null check (extract(isodow from week) = 1),
  counted_at timestamptz not null,
  -- How many matters were registered in it, and of how many, the newest, the topics are.
  registered integer not null,
  read integer not null check (read <= registered),
  topics jsonb not null,
  primary key (city, week)
);
alter table hot_topics enable row level security;
grant select, insert, update on hot_topics to huiyin_app;
create policy hot_topics_see on hot_topics for select to huiyin_app
  using (city = (select app_city()) and (select app_role()) in ('supervisor', 'mayor', 'system'));
create policy hot_topics_count on hot_topics for insert to huiyin_app
  with check (city = (select app_city()) and (select app_role()) = 'system');
create policy hot_topics_recount on hot_topics for update to huiyin_app
  using (city = (select app_city()) and (select app_role()) = 'system')
  with check (city = (select app_city()) and (select app_role()) = 'system');
