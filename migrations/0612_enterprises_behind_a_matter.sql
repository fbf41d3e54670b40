-- Which enterprises raised a matter, for whoever may know it; and of a credit code that was given while the register did not have it, the
-- enterprise that has it now. See ADR 612.

create index originator_by_claim on originator (city, claims) where enterprise is null and claims is not null;

create or replace function matters_of_enterprise(given uuid, before uuid, most integer)
  returns setof uuid stable security definer set search_path = public, pg_temp language sql
  as $$
    select m.id from matter m
    where m.city = app_city() and m.originators <> '{}' and m.id < before and app_role() in ('supervisor', 'mayor', 'system')
      and m.originators && (select coalesce(array_agg(o.id), '{}') from originator o where o.city = app_city()
        and (o.enterprise = given or (o.enterprise is null
          and o.claims = (select e.code from enterprise e where e.city = app_city() and e.id = given))))
    order by m.id desc limit most
  $$;

-- Originators are kept from the units: what they may know of who raised their matter is told here. The second wall behind
-- `mayKnowFirm`; nothing of who was erased, asked to be unnamed, or told what is sealed.
create function firms_behind(given uuid)
  returns table (originator uuid, enterprise uuid, claims text, proven boolean)
  stable security definer set search_path = public, pg_temp language sql
  as $$
    select o.id, coalesce(o.enterprise, e.id), o.claims, o.proven
    from matter m
    cross join lateral jsonb_array_elements(m.state::jsonb -> 'originators') as r
    join originator o on o.city = m.city and o.id = (r ->> 'id')::uuid and o.erased_at is null
    left join enterprise e on e.city = o.city and o.enterprise is null and e.code = o.claims
    where m.city = app_city() and m.id = given and m.originators <> '{}' and not m.sealed
      and (o.enterprise is not null or o.claims is not null)
      and (app_role() in ('supervisor', 'mayor', 'system')
        or (app_role() <> 'originator' and m.units && app_units() and not (r ->> 'unnamed')::boolean))
  $$;
revoke execute on function firms_behind from public;
grant execute on function firms_behind to huiyin_app;
