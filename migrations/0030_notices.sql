-- Notices: what somebody is to be told, how they want to be told, and what became of it.

-- Acts of which somebody may have to be told, put here by the transaction that wrote them and taken away by the one that
-- wrote the notices: a notice is there if and only if its act is. No key to the city: each act would lock its one row.
create table outbox (
  city integer not null,
  id uuid not null,
  stream uuid not null,
  primary key (city, id)
);

create table notice (
  city integer not null,
  id uuid not null,
  seat uuid not null,
  kind text not null,
  -- Why this seat is told: it does the work, answers for the unit, dispatched the matter, was named.
  why text not null,
  -- What is told; the same thing is told to a seat once.
  subject text not null,
  act uuid,
  matter uuid,
  bulletin uuid,
  -- The unit that it is about, and the day on which its clock is due.
  unit uuid,
  due date,
  at timestamptz not null,
  -- Whether it is shown on the page; some want to hear of a kind by mail alone.
  on_page boolean not null,
  read_at timestamptz,
  -- From when on it may be sent by mail or webhook; null: never, or it was.
  go_at timestamptz,
  primary key (city, id),
  unique (city, seat, subject),
  foreign key (city, seat) references seat,
  foreign key (city, matter) references matter,
  foreign key (city, bulletin) references bulletin,
  check ((matter is null) <> (bulletin is null))
);
create index notice_newest on notice (city, seat, id desc) where on_page;
create index notice_unread on notice (city, seat, id desc) include (matter) where on_page and read_at is null;
create index notice_going on notice (city, go_at) include (seat) where go_at is not null;

-- How far up the ladder a clock's running out was told. A clock that gets another day is told of anew.
create table clock_told (
  city integer not null,
  matter uuid not null,
  n integer not null,
  due_at timestamptz not null,
  rung integer not null check (rung between 1 and 3),
  primary key (city, matter, n, due_at),
  foreign key (city, matter) references matter
);

-- How a person wants to be told. Who has chosen nothing has no row; the defaults stand in the code.
create table notice_setting (
  city integer not null,
  account uuid not null,
  language text not null check (language in ('zh', 'en')),
  -- Minutes after midnight at which the day's digest goes out.
  digest_at integer not null check (digest_at between 0 and 1439),
  promptly boolean not null,
  primary key (city, account),
  foreign key (city, account) references account
);
create table notice_choice (
  city integer not null,
  account uuid not null,
  kind text not null,
  channels text[] not null,
  primary key (city, account, kind),
  foreign key (city, account) references account
);
create table notice_mail (
  city integer not null,
  account uuid not null,
  address text not null check (address <> ''),
  confirmed_at timestamptz,
  code_hash bytea,
  code_until timestamptz,
  sent_at timestamptz not null,
  -- Wrong codes since the last was sent.
  wrong integer not null default 0,
  primary key (city, account),
  foreign key (city, account) references account
);
create table notice_webhook (
  city integer not null,
  account uuid not null,
  form text not null check (form in ('plain', 'wecom', 'dingtalk')),
  url text not null,
  -- What messages are signed with. Kept as it is, as a hash signs nothing; only its owner's deliveries read it.
  secret text not null,
  tested_at timestamptz,
  primary key (city, account),
  foreign key (city, account) references account
);

-- One message to one person by one channel. It holds no words: they are written anew from what is still true, under the
-- recipient's own rights, each time it is tried.
create table delivery (
  city integer not null,
  id uuid not null,
  account uuid not null,
  channel text not null check (channel in ('mail', 'webhook')),
  -- The host of a webhook, the address of a mail with most of its name hidden.
  target text not null,
  state text not null check (state in ('waiting', 'sent', 'failed', 'dropped')),
  tries integer not null default 0,
  -- What the other side said last, or a key of our own sentences.
  said text not null default '',
  tried_at timestamptz,
  primary key (city, id),
  foreign key (city, account) references account
);
create index delivery_state on delivery (city, state, id desc);
create table delivery_notice (
  city integer not null,
  delivery uuid not null,
  notice uuid not null,
  primary key (city, delivery, notice),
  foreign key (city, delivery) references delivery,
  foreign key (city, notice) references notice
);

alter table outbox enable row level security;
alter table notice enable row level security;
alter table clock_told enable row level security;
alter table notice_setting enable row level security;
alter table notice_choice enable row level security;
alter table notice_mail enable row level security;
alter table notice_webhook enable row level security;
alter table delivery enable row level security;
alter table delivery_notice enable row level security;

-- Nobody updates the outbox; but whoever takes from it locks what it takes, and PostgreSQL asks the right to update for that.
grant select, insert, update, delete on outbox to huiyin_app;
grant select, insert on notice to huiyin_app;
grant update (read_at, go_at) on notice to huiyin_app;
grant select, insert, update on clock_told, delivery to huiyin_app;
grant select, insert on delivery_notice to huiyin_app;
grant select, insert, update, delete on notice_setting, notice_choice, notice_mail, notice_webhook to huiyin_app;

create policy outbox_put on outbox for insert to huiyin_app with check (city = (select app_city()));
create policy outbox_read on outbox for select to huiyin_app
  using (city = (select app_city()) and (select app_role()) = 'system');
create policy outbox_lock on outbox for update to huiyin_app
  using (city = (select app_city()) and (select app_role()) = 'system') with check (false);
create policy outbox_take on outbox for delete to huiyin_app
  using (city = (select app_city()) and (select app_role()) = 'system');

create policy notice_read on notice for select to huiyin_app
  using (city = (select app_city()) and (seat = (select app_seat()) or (select app_role()) = 'system'));
create policy notice_change on notice for update to huiyin_app
  using (city = (select app_city()) and (seat = (select app_seat()) or (select app_role()) = 'system'));
create policy notice_tell on notice for insert to huiyin_app
  with check (city = (select app_city()) and (select app_role()) = 'system');

create policy clock_told_system on clock_told to huiyin_app
  using (city = (select app_city()) and (select app_role()) = 'system');

-- A person's choices are the account's, whichever of its seats they sit on.
create function app_account() returns uuid stable parallel safe language sql
  as $$ select account from seat where city = app_city() and id = app_seat() $$;
create policy notice_setting_own on notice_setting to huiyin_app using (
  city = (select app_city()) and (account = (select app_account()) or (select app_role()) = 'system'));
create policy notice_choice_own on notice_choice to huiyin_app using (
  city = (select app_city()) and (account = (select app_account()) or (select app_role()) = 'system'));
create policy notice_mail_own on notice_mail to huiyin_app using (
  city = (select app_city()) and (account = (select app_account()) or (select app_role()) = 'system'));
create policy notice_webhook_own on notice_webhook to huiyin_app using (
  city = (select app_city()) and (account = (select app_account()) or (select app_role()) = 'system'));

create policy delivery_read on delivery for select to huiyin_app
  using (city = (select app_city()) and (select app_role()) in ('administrator', 'system'));
create policy delivery_change on delivery for update to huiyin_app
  using (city = (select app_city()) and (select app_role()) in ('administrator', 'system'));
create policy delivery_make on delivery for insert to huiyin_app
  with check (city = (select app_city()) and (select app_role()) = 'system');
create policy delivery_notice_read on delivery_notice for select to huiyin_app
  using (city = (select app_city()) and (select app_role()) in ('administrator', 'system'));
create policy delivery_notice_make on delivery_notice for insert to huiyin_app
  with check (city = (select app_city()) and (select app_role()) = 'system');
