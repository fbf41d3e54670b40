-- A rule of duty may end without another that follows: from that day on it holds no more. See src/duties.
alter table duty_rule add column ends date check (ends > since);
grant update (ends) on duty_rule to huiyin_app;
