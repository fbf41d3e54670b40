-- Of how many matters (bulletins, swaps of duties) a message tells, as its own title counts them: written with the message, as whoever
-- reads the delivery log may not read the notices themselves.
alter table delivery add column matters integer not null default 0;
update delivery d set matters = case when d.act is not null then 1 else (
  select count(distinct coalesce(n.matter, n.bulletin, n.id))
  from delivery_notice h join notice n on n.city = h.city and n.id = h.notice
  where h.city = d.city and h.delivery = d.id) end;
