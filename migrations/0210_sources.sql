-- What an administrator is shown of sources: what each handed over lately, what of it was refused and why; and a token in place of
-- another. See src/counter/sources.

grant update (token_hash) on source to huiyin_app;

create policy taken_request_read on taken_request for select to huiyin_app
  using (city = (select app_city()) and (select app_role()) = 'administrator');

-- A request that was refused, by the sender's own number and why: how often it was tried, and when last. It holds nothing of what
-- was handed over.
create table refused_request (
  city integer not null,
  source uuid not null,
  external text not null,
  code text not null,
  -- The problem as it was told, without its words: they are the reader's.
  problem jsonb not null,
  times integer not null default 1 check (times > 0),
  at timestamptz not null,
  primary key (city, source, external, code),
  foreign key (city, source) references source
);
create index refused_request_at on refused_request (city, source, at);

alter table refused_request enable row level security;
grant select, insert, delete on refused_request to huiyin_app;
grant update (problem, times, at) on refused_request to huiyin_app;
create policy refused_request_system on refused_request to huiyin_app
  using (city = (select app_city()) and (select app_role()) = 'system');
create policy refused_request_read on refused_request for select to huiyin_app
  using (city = (select app_city()) and (select app_role()) = 'administrator');
