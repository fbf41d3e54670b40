-- What stands on the public list says what its unit promised, whether its days stand still, and when it was answered. See ADR 626.

alter table listing
  -- The unit's own words, where everybody may read them, and by when it will be done.
  add column promise text,
  add column promised_by date,
  -- Since when the days stand still; the deadline moves when they go on.
  add column paused_on date,
  -- On which day the unit answered, of what was taken off since that is kept.
  add column answered_on date,
  add check (promise is null or promised_by is not null);

-- The reply of whoever raised a matter lets its days go on: whoever acts on a matter that they may act on writes its line, they too.
alter policy listing_add on listing with check (
  city = (select app_city()) and (select true from matter m where m.city = listing.city and m.id = listing.matter));
alter policy listing_change on listing using (
  city = (select app_city()) and (select true from matter m where m.city = listing.city and m.id = listing.matter));
