-- Bulletins: what was published, frozen with its figures and the checkpoint that they were counted at.

create table bulletin (
  city integer not null references city,
  id uuid not null,
  number text not null,
  title text not null,
  round uuid not null,
  before uuid,
  -- The whole document as published, canonical JSON; it stands in the publishing act too and is compared by verify.
  content text not null,
  published_at timestamptz not null,
  published_by text not null,
  seq integer not null,
  hash bytea not null,
  primary key (city, id),
  unique (city, number),
  foreign key (city, round) references round,
  foreign key (city, before) references round
);
create index bulletin_newest on bulletin (city, id desc);

alter table bulletin enable row level security;
grant select, insert on bulletin to huiyin_app;
create policy bulletin_read on bulletin for select to huiyin_app using (city = (select app_city()));
create policy bulletin_publish on bulletin for insert to huiyin_app
  with check (city = (select app_city()) and (select app_role()) in ('supervisor', 'system'));

create policy act_of_bulletin on act for select to huiyin_app
  using (city = (select app_city()) and (select true from bulletin b where b.city = act.city and b.id = act.stream));
