-- What is read in place of an act in which words were hidden later (docs/adr/0629). The act stays as it was written, and the chain over it; the
-- act that hid the words holds the hash of each veil. Only the program lays one, after the policy has let a seat do that act.
create table act_veil (
  city integer not null references city,
  stream uuid not null,
  seq integer not null,
  body text not null,
  primary key (city, stream, seq),
  foreign key (city, stream, seq) references act (city, stream, seq)
);
alter table act_veil enable row level security;
grant select, insert, update (body) on act_veil to huiyin_app;
-- Whoever may read the act reads it through its veil: whoever may not comes nowhere by this.
create policy act_veil_read on act_veil for select to huiyin_app
  using (city = (select app_city()));
create policy act_veil_lay on act_veil for insert to huiyin_app
  with check (city = (select app_city()) and (select app_role()) = 'system');
create policy act_veil_again on act_veil for update to huiyin_app
  using (city = (select app_city()) and (select app_role()) = 'system')
  with check (city = (select app_city()) and (select app_role()) = 'system');
