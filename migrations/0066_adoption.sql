-- What was kept before the register kept acts was given its acts whenever the program opened the database: so whoever took
-- the acts of a seat away had them made anew from the row that was meddled with. It is done once from here on: for the kinds
-- of which a city has no entry yet, and noted as done by its row's removal. A city founded from now on has none to begin with.
create table adoption_due (
  city integer not null references city,
  noun text not null,
  primary key (city, noun)
);
insert into adoption_due (city, noun)
  select c.city, n.noun
  from city c cross join (values ('unit'), ('person'), ('seat'), ('mechanism'), ('calendar')) as n (noun)
  where not exists (select from entry e where e.city = c.city and e.noun = n.noun);

alter table adoption_due enable row level security;
grant select, delete on adoption_due to huiyin_app;
create policy adoption_due_system on adoption_due to huiyin_app
  using (city = (select app_city()) and (select app_role()) = 'system');

-- The logins by which the accounts of a stretch can sign in, for `huiyin verify`: the register of logins has no policy.
create function logins_within(first uuid, last uuid) returns table (account uuid, logins text[])
  stable security definer set search_path = public, pg_temp language sql
  as $$
    select l.account, array_agg(l.login order by l.login)
    from login l
    where l.city = app_city() and app_role() = 'system' and l.account between first and last
    group by l.account
  $$;
revoke execute on function logins_within from public;
grant execute on function logins_within to huiyin_app;
create index login_account on login (city, account);
