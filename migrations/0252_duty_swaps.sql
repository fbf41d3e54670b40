-- Who of a unit takes part in its duties, and from when until when somebody is there; absent where the rule says neither.
alter table duty_rule
  add column eligible uuid[] check (cardinality(eligible) > 0),
  add column opens text check (opens ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  add column shuts text check (shuts > opens),
  add check ((opens is null) = (shuts is null));
grant update (eligible, opens, shuts) on duty_rule to huiyin_app;

-- Two people of a unit who change one duty of the one for one of the other: asked by one, answered by the other. Written from the
-- swap's own stream in the register; laid over what the rule says once it was accepted. See src/duties.
create table duty_swap (
  city integer not null references city,
  id uuid not null,
  unit uuid not null,
  seat uuid not null,
  day date not null,
  other uuid not null,
  other_day date not null,
  status text not null check (status in ('asked', 'accepted', 'declined', 'withdrawn')),
  asked_at timestamptz not null,
  answered_at timestamptz,
  check (seat <> other),
  primary key (city, id),
  foreign key (city, unit) references unit,
  foreign key (city, seat) references seat,
  foreign key (city, other) references seat
);
create index duty_swap_unit on duty_swap (city, unit, answered_at);
alter table duty_swap enable row level security;
grant select, insert on duty_swap to huiyin_app;
grant update (status, answered_at) on duty_swap to huiyin_app;
-- Who is on duty follows from it, which is for everybody; two days and two seats are all that it says.
create policy duty_swap_read on duty_swap for select to huiyin_app using (city = (select app_city()));
create policy duty_swap_keepers on duty_swap to huiyin_app
  using (city = (select app_city()) and (select app_role()) in ('administrator', 'system'));
