-- On which days of the week a unit keeps people on duty, and how many; written from the unit's stream of that name in the register.
-- Who is on duty on a day follows from it and from who sits there, and is kept nowhere. See src/duties.
create table duty_rule (
  city integer not null references city,
  id uuid not null,
  unit uuid not null,
  weekdays integer[] not null check (cardinality(weekdays) between 1 and 7),
  people integer not null check (people between 1 and 20),
  since date not null,
  primary key (city, id),
  unique (city, unit),
  foreign key (city, unit) references unit
);

alter table duty_rule enable row level security;
grant select, insert on duty_rule to huiyin_app;
grant update (weekdays, people, since) on duty_rule to huiyin_app;
-- Who is on duty is for everybody, whoever has no seat too; the rule is the administrators' to make.
create policy duty_rule_read on duty_rule for select to huiyin_app using (city = (select app_city()));
create policy duty_rule_keepers on duty_rule to huiyin_app
  using (city = (select app_city()) and (select app_role()) in ('administrator', 'system'));
