-- What falls due to be erased, before it is; and who has asked to be erased. See ADR 190.

-- What is personal of these is not needed any more from `due_at` on. Listed for the administrator a while before it is erased.
create table erasure_due (
  city integer not null references city,
  -- An originator; or a matter of which nobody is known who raised it.
  subject uuid not null,
  due_at timestamptz not null,
  last_act timestamptz not null,
  matters integer not null,
  listed_at timestamptz not null,
  primary key (city, subject)
);
create index erasure_due_at on erasure_due (city, due_at, subject);

-- An originator asks for it; an administrator erases, or says why not.
create table erasure_wish (
  city integer not null references city,
  id uuid not null,
  originator uuid not null,
  at timestamptz not null,
  settled_at timestamptz,
  how text check (how in ('erased', 'declined')),
  reason text not null default '',
  seat uuid,
  primary key (city, id),
  foreign key (city, originator) references originator,
  check ((settled_at is null) = (how is null))
);
create unique index erasure_wish_open on erasure_wish (city, originator) where settled_at is null;
create index erasure_wish_originator on erasure_wish (city, originator, id);

alter table erasure_due enable row level security;
alter table erasure_wish enable row level security;
grant select, insert, delete on erasure_due to huiyin_app;
grant update (due_at, last_act, matters) on erasure_due to huiyin_app;
grant select, insert on erasure_wish to huiyin_app;
grant update (settled_at, how, reason, seat) on erasure_wish to huiyin_app;

create policy erasure_due_keepers on erasure_due to huiyin_app
  using (city = (select app_city()) and (select app_role()) in ('administrator', 'system'));
create policy erasure_wish_read on erasure_wish for select to huiyin_app
  using (city = (select app_city()) and ((select app_role()) in ('administrator', 'system')
    or (select app_role()) = 'originator' and originator = (select app_seat())));
create policy erasure_wish_add on erasure_wish for insert to huiyin_app
  with check (city = (select app_city()) and ((select app_role()) = 'system'
    or (select app_role()) = 'originator' and originator = (select app_seat())));
create policy erasure_wish_settle on erasure_wish for update to huiyin_app
  using (city = (select app_city()) and (select app_role()) in ('administrator', 'system'));

-- Erased, nothing waits any more.
create function settle_erasures() returns trigger security definer set search_path = public, pg_temp language plpgsql
  as $$
    begin
      update erasure_wish set settled_at = new.erased_at, how = 'erased'
        where city = new.city and originator = new.id and settled_at is null;
      delete from erasure_due where city = new.city and subject = new.id;
      -- Copies that were written out and wait to be fetched.
      delete from transfer where city = new.city and ask like '%"originator":"' || new.id || '"%';
      return null;
    end
  $$;
create trigger originator_erased after update of erased_at on originator for each row
  when (old.erased_at is null and new.erased_at is not null) execute function settle_erasures();
