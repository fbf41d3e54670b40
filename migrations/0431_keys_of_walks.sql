-- The keys that a walk looks at, whether or not the seat may read the matters: in a city most of whose matters are confidential a seat would else
-- have to wait until as many readable ones are met as a page looks at. No words, nobody's name; of what is sealed not even that it is
-- there. Whatever is shown is read from `matter`, under its policies.
create view matter_key as
  select m.city, m.id, m.mechanism, m.phase, m.stage, m.area, m.round, m.due_at, m.registered_at, m.confidential, m.paused, m.listed, m.raised_to,
    m.green, m.bounces, m.slip
  from matter m
  where m.city = (select app_city()) and (select app_role()) <> 'originator' and m.id not in (select hidden_matter());
grant select on matter_key to huiyin_app;
