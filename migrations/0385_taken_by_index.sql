-- What is taken out of the outbox leaves its place behind, a thousand of them a minute on a busy morning, and the table seems so small
-- that it was read from end to end for every taking. Its index passes over what is gone; and it is swept when a thousand
-- places are empty, not by its share.
create function take_announced(of integer, most integer) returns table (id uuid, stream uuid)
  language sql set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off
  as $$
    with oldest as materialized (
      select o.id from outbox o where o.city = of order by o.id limit most for update skip locked)
    delete from outbox o using oldest where o.city = of and o.id = oldest.id returning o.id, o.stream
  $$;
alter table outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
