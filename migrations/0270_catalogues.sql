-- A matter may be an item of a list that somebody above publishes in editions. See ADR 270 and src/matters/catalogues.

alter table matter
  add column catalogue text,
  add column item text,
  add constraint matter_catalogue_item check ((catalogue is null) = (item is null));
-- An item is there once, however many bring the list in at the same time; and a list is read by it.
create unique index matter_catalogue on matter (city, mechanism, catalogue, item) where catalogue is not null;
