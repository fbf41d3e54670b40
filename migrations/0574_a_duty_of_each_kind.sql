-- A rule of duty may want somebody of each of some titles to be there every day. See src/duties/turn.rules.ts.
alter table duty_rule add column titles text[] check (cardinality(titles) > 0);
grant update (titles) on duty_rule to huiyin_app;
