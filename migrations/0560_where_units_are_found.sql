-- Where people find a unit and how they call it: { address, phone, point: { longitude, latitude } }, as the city has entered it. See src/directory/units.
alter table unit add column located jsonb;
grant update (located) on unit to huiyin_app;
