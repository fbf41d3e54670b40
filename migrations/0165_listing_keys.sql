-- The public list is paged by number: what tells matters apart inside need not leave the house.
alter table listing add unique (city, number);
drop index listing_open;
drop index listing_done;
create index listing_open on listing (city, until, number) where delisted_at is null;
create index listing_done on listing (city, delisted_at, number) where delisted_at is not null;
