-- Drafts: minutes that were read and are being reviewed. A work paper, not a promise: it has no acts until it is assigned.

create table draft (
  city integer not null references city,
  id uuid not null,
  -- SHA-256 of the text with all white space and forms of characters made equal: the same text pasted twice is known.
  digest bytea not null check (length(digest) = 32),
  title text not null,
  status text not null default 'open' check (status in ('open', 'assigned')),
  round uuid,
  version integer not null default 1,
  items integer not null,
  -- What the reader found (texts, stretches), and the review so far; JSON, read and written whole.
  articles text not null,
  review text not null,
  seat uuid not null,
  created_by text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (city, id),
  unique (city, digest),
  check ((status = 'assigned') = (round is not null)),
  foreign key (city, round) references round deferrable initially deferred
);
create index draft_newest on draft (city, id desc);

alter table draft enable row level security;
grant select, insert, update on draft to huiyin_app;
-- What a mayor said in a meeting is the supervision office's until it is assigned.
create policy draft_office on draft to huiyin_app
  using (city = (select app_city()) and (select app_role()) in ('supervisor', 'mayor', 'system'))
  with check (city = (select app_city()) and (select app_role()) in ('supervisor', 'system'));
