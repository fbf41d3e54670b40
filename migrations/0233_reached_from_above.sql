-- Whoever reads a matter because they help with it, or read the one above it, finds it too: in searches, among what is alike, in what they
-- write of it. And whoever helps may leave. See ADR 233.

-- Who reads a matter, for functions that look past the policy: the same as matter_read says of seats.
create function matter_reached(open_to_city boolean, units uuid[], helpers uuid[], parent uuid, confidential boolean,
    role text, own uuid[], seat uuid) returns boolean
  stable parallel safe language sql
  as $$ select matter_readable(open_to_city, units, role, own) or role <> 'originator' and seat = any (helpers)
    or parent is not null and readable_from_above(parent, confidential, role, own, seat) $$;

-- What decides who reads the matters above one that the caller may read, the nearest first: as far up as it may be read from.
create function matters_above(given uuid) returns table (open_to_city boolean, units uuid[], helpers uuid[])
  stable security definer set search_path = public, pg_temp language sql
  as $$
    with recursive up (n, parent, confidential, open_to_city, units, helpers) as (
      select 0, m.parent, m.confidential, m.open_to_city, m.units, m.helpers from matter m
      where m.city = app_city() and m.id = given and (app_role() = 'system'
        or matter_reached(m.open_to_city, m.units, m.helpers, m.parent, m.confidential, app_role(), app_units(), app_seat()))
      union all
      select up.n + 1, m.parent, m.confidential, m.open_to_city, m.units, m.helpers from up
      join matter m on m.city = app_city() and m.id = up.parent and (not up.confidential or m.confidential))
    select up.open_to_city, up.units, up.helpers from up where up.n > 0 order by up.n
  $$;
revoke execute on function matters_above from public;
grant execute on function matters_above to huiyin_app;

-- The caller's own seat leaves those who help with a matter. The row that the act writes still names it, as it must be theirs to read
-- while they write it; this takes the seat out afterwards, and can take out no other.
create function leave_helping(given uuid) returns void
  volatile security definer set search_path = public, pg_temp language sql
  as $$
    update matter set helpers = array_remove(helpers, app_seat())
    where city = app_city() and id = given and app_seat() = any (helpers)
  $$;
revoke execute on function leave_helping from public;
grant execute on function leave_helping to huiyin_app;

-- As in 0094, but for who may read.
create or replace function find_matters(query tsquery, patterns text[], before uuid, most integer, of_units uuid[], in_phase text,
    in_stage text, in_area text, in_round uuid, due_from timestamptz, due_until timestamptz)
  returns setof uuid stable security definer set search_path = public, pg_temp
  -- Planned for what is asked: a filter that is not given then costs nothing.
  set plan_cache_mode = force_custom_plan
  language plpgsql as $$
    declare
      here integer := app_city();
      role text := app_role();
      own uuid[] := app_units();
      seat uuid := app_seat();
      looks constant integer := 2500;
      looked integer;
      found uuid[];
    begin
      -- Newest first through what the filters leave: a word that one in fifty has is found here. What was looked at is all
      -- there is where the filters leave little.
      if of_units is null then
        select count(*), array_agg(x.id order by x.id desc) filter (where x.fits) into looked, found
        from (select m.id, matter_reached(m.open_to_city, m.units, m.helpers, m.parent, m.confidential, role, own, seat) and w.words like all (patterns) as fits
          from (select c.id, c.open_to_city, c.units, c.helpers, c.parent, c.confidential from matter c
            where c.city = here and c.id < before and (in_phase is null or c.phase = in_phase)
              and (in_phase = 'closed' or in_phase is null or c.phase <> 'closed')
              and (in_stage is null or c.stage = in_stage) and (in_area is null or c.area = in_area)
              and (in_round is null or c.round = in_round) and (due_from is null or c.due_at >= due_from)
              and (due_until is null or c.due_at < due_until and c.phase <> 'closed')
            order by c.id desc limit looks) m
          join matter_words w on w.city = here and w.matter = m.id) x;
      else
        -- One look-up a unit, merged as they come; with forty units the newest of each would be far too many.
        execute format(
          'with near as materialized (select p.matter from (%s) p order by p.matter desc limit $1)
          select (select count(*) from near), array_agg(m.id order by m.id desc)
          from (select distinct matter from near) n join matter m on m.city = $2 and m.id = n.matter
            join matter_words w on w.city = $2 and w.matter = m.id
          where matter_reached(m.open_to_city, m.units, m.helpers, m.parent, m.confidential, $9, $10, $13) and w.words like all ($11)
            and ($12 is null or m.round = $12)',
          (select string_agg(format(
            '(select a.matter from assignment a where a.city = $2 and a.unit = %L and a.matter < $3
              and ($4 is null or a.phase = $4) and ($4 is null or $4 = ''closed'' or a.phase <> ''closed'')
              and ($5 is null or a.stage = $5) and ($6 is null or a.area = $6) and ($7 is null or a.due_at >= $7)
              and ($8 is null or a.due_at < $8 and a.phase <> ''closed'') order by a.matter desc)', unit), ' union all ')
            from unnest(of_units) as own_units (unit)))
        into looked, found
        using looks, here, before, in_phase, in_stage, in_area, due_from, due_until, role, own, patterns, in_round, seat;
      end if;
      if looked < looks or cardinality(found) >= most then
        return query select unnest(found[1:most]);
        return;
      end if;
      -- A rare word: by its index, which has no order, all of them.
      return query
        with hits as materialized (
          select w.matter from matter_words w
          where w.city = here and w.grams @@ query and w.matter < before and w.words like all (patterns)
          order by w.matter desc)
        select m.id from hits h join matter m on m.city = here and m.id = h.matter
        where matter_reached(m.open_to_city, m.units, m.helpers, m.parent, m.confidential, role, own, seat) and (of_units is null or m.units && of_units)
          and (in_phase is null or m.phase = in_phase) and (in_stage is null or m.stage = in_stage)
          and (in_area is null or m.area = in_area) and (in_round is null or m.round = in_round)
          and (due_from is null or m.due_at >= due_from) and (due_until is null or m.due_at < due_until)
        order by h.matter desc limit most;
    end
  $$;

-- As in 0041, but for who may read.
create or replace function find_same_matters(digests text[])
  returns table (digest text, matter uuid, number text)
  stable security definer set search_path = public, pg_temp language sql
  as $$
    select distinct on (d.digest) d.digest, m.id, m.number
    from unnest(digests) as d (digest)
      join matter_words w on w.city = app_city() and md5(split_part(w.words, ' ', 3)) = d.digest
      join matter m on m.city = w.city and m.id = w.matter
    where matter_reached(m.open_to_city, m.units, m.helpers, m.parent, m.confidential, app_role(), app_units(), app_seat())
    order by d.digest, m.id desc
  $$;

-- As in 0130, but for who may read.
create or replace function alike_matters(grams text[], beside uuid, most integer)
  returns setof uuid stable security definer set search_path = public, pg_temp
  set plan_cache_mode = force_custom_plan
  language plpgsql as $$
    declare
      here integer := app_city();
      role text := app_role();
      own uuid[] := app_units();
      seat uuid := app_seat();
      looks constant integer := 600;
      through constant integer := 60000;
      apart constant integer := 4;
      asked text[];
      close_by tsquery;
      any_of tsquery;
    begin
      select string_agg(word, ' | ')::tsquery, array_agg(word order by n) filter (where nth <= 2 or nth <= 48 and spent <= through)
      into any_of, asked
      from (select *, row_number() over rarer as nth, sum(share * (select greatest(reltuples, 0) from pg_class where oid = 'matter_words'::regclass))
          over rarer as spent
        from (select g.n, coalesce(s.share, 0.0003) as share,
            '''' || replace(replace(g.gram, '\', '\\'), '''', '''''') || '''' as word
          from (select gram, min(nth) as n from unnest(alike_matters.grams) with ordinality as given (gram, nth) group by gram) g
            left join (select e.gram, e.share
              from pg_stats p, unnest(p.most_common_elems::text::text[], p.most_common_elem_freqs) as e (gram, share)
              where p.schemaname = 'public' and p.tablename = 'matter_words' and p.attname = 'grams') s on s.gram = g.gram) counted
        window rarer as (order by share, n)) ranked;
      if asked is null then return; end if;
      select string_agg(format('%s & (%s)', asked[i], array_to_string(asked[i + 1 : i + apart], ' | ')), ' | ')::tsquery into close_by
      from generate_series(1, cardinality(asked) - 1) as i;
      return query
        with hits as materialized (
          (select w.matter from matter_words w where w.city = here and w.grams @@ coalesce(close_by, any_of) limit looks)
          union
          -- What all have is in too many to look at each: the newest, then, which are what is asked for.
          (select m.id
            from (select n.id from matter n where n.city = here and n.phase <> 'closed' order by n.id desc limit looks) m
              join matter_words w on w.city = here and w.matter = m.id
            where w.grams @@ coalesce(close_by, any_of))),
        still_open as materialized (
          select m.id from hits h join matter m on m.city = here and m.id = h.matter
          where m.phase <> 'closed' and m.id is distinct from beside and matter_reached(m.open_to_city, m.units, m.helpers, m.parent, m.confidential, role, own, seat))
        select o.id from still_open o join matter_words w on w.city = here and w.matter = o.id
        order by ts_rank('{1,1,1,1}', w.grams, any_of) desc, o.id desc limit most;
    end
  $$;

-- As in 0190, but for who may read.
create or replace function sealing_key(given uuid, fresh bytea) returns bytea
  volatile security definer set search_path = public, pg_temp language plpgsql
  as $$
    declare found bytea; gone boolean;
    begin
      if app_role() not in ('administrator', 'supervisor', 'system') and app_seat() is distinct from given
        and not exists (select from matter m where m.city = app_city() and m.originators @> array[given] and m.originators <> '{}'
          and matter_reached(m.open_to_city, m.units, m.helpers, m.parent, m.confidential, app_role(), app_units(), app_seat()))
        and not exists (select from matter m where m.city = app_city() and m.id = given
          and matter_reached(m.open_to_city, m.units, m.helpers, m.parent, m.confidential, app_role(), app_units(), app_seat())) then
        raise exception 'whose text is sealed must be known to who seals it' using errcode = '42501';
      end if;
      -- Erasing waits for it, or it for erasing: no key is made for somebody who is just being erased.
      select o.erased_at is not null into gone from originator o where o.city = app_city() and o.id = given for share;
      if gone then
        return null;
      end if;
      insert into subject_key (city, subject, key) values (app_city(), given, fresh) on conflict do nothing;
      select key into found from subject_key where city = app_city() and subject = given;
      return found;
    end
  $$;
