-- As in 0550, but that of units more of their own are looked at, unless next to none of the newest 500 have the word: the index of words gives those of the
-- whole city, of a word that one in thirty has thirty thousand, and each is asked whose it is. A middling unit has some thousands in all.
create or replace function find_matters(query tsquery, patterns text[], before uuid, most integer, of_units uuid[], in_phase text,
    in_stage text, in_area text, in_round uuid, due_from timestamptz, due_until timestamptz, in_mechanism text)
  returns setof uuid stable security definer set search_path = public, pg_temp
  -- Planned for what is asked: a filter that is not given then costs nothing.
  set plan_cache_mode = force_custom_plan
  language plpgsql as $$
    declare
      here integer := app_city();
      role text := app_role();
      own uuid[] := app_units();
      seat uuid := app_seat();
      few constant integer := 500;
      many constant integer := 20000;
      narrowed constant boolean := coalesce(in_phase, in_stage, in_area, in_round::text, due_from::text, due_until::text) is not null;
      looks integer := few;
      looked integer;
      at_once integer;
      found uuid[];
      wanted integer := most;
      given integer;
      newest integer;
      oldest integer;
      times tsquery;
      seen tsquery;
      asked tsquery;
    begin
      -- Newest first through what the filters leave: a word that one in fifty has is found here. What was looked at is all
      -- there is where the filters leave little. Some first: a word that few of them have is sooner found by its index.
      loop
        if of_units is null then
          select count(*), array_agg(x.id order by x.id desc) filter (where x.fits) into looked, found
          from (select m.id, w.words like all (patterns) and matter_reached(m.open_to_city, m.units, m.helpers, m.parent, m.confidential, role, own, seat) as fits
            from (select c.id, c.open_to_city, c.units, c.helpers, c.parent, c.confidential from matter c
              where c.city = here and c.id < before and (in_phase is null or c.phase = in_phase)
                and (in_phase = 'closed' or in_phase is null or c.phase <> 'closed')
                and (in_stage is null or c.stage = in_stage) and (in_area is null or c.area = in_area)
                and (in_round is null or c.round = in_round) and (in_mechanism is null or c.mechanism = in_mechanism)
                and (due_from is null or c.due_at >= due_from)
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
              '(select a.matter from assignment a where a.city = $2 and a.unit = %L and a.matter < $3 and ($14 is null or a.mechanism = $14)
                and ($4 is null or a.phase = $4) and ($4 is null or $4 = ''closed'' or a.phase <> ''closed'')
                and ($5 is null or a.stage = $5) and ($6 is null or a.area = $6) and ($7 is null or a.due_at >= $7)
                and ($8 is null or a.due_at < $8 and a.phase <> ''closed'') order by a.matter desc)', unit), ' union all ')
              from unnest(of_units) as own_units (unit)))
          into looked, found
          using looks, here, before, in_phase, in_stage, in_area, due_from, due_until, role, own, patterns, in_round, seat, in_mechanism;
        end if;
        if looked < looks or cardinality(found) >= most then
          return query select unnest(found[1:most]);
          return;
        end if;
        exit when looks > few;
        -- A quarter more than it takes if they stand as densely further down.
        looks := least(few * most * 5 / 4 / greatest(coalesce(cardinality(found), 0), 1), few * 12);
        exit when looks > few * 3 and not narrowed and numnode(query) > 0 and (of_units is null or coalesce(cardinality(found), 0) < 3);
      end loop;
      -- A rarer word: by its index, which has no order, and so the newest fifty days first, then the hundred before, the two hundred before
      -- those, and all the rest.
      if numnode(query) = 0 then
        return;
      end if;
      at_once := case when coalesce(cardinality(found), 0) < 3 then 0 else 1 end;
      for step in 0 .. 3 loop
        newest := (select ('x' || left(c.id::text, 4))::bit(16)::integer from matter c where c.city = here and c.id < before
          order by c.id desc limit 1);
        exit when newest is null or wanted <= 0;
        if step = at_once then
          -- Mostly all there are, or all the rest, are few enough for one look at the index, which takes longer than to read them.
          asked := case when step = 0 then query else query && !!seen end;
          found := array(
            select w.matter from matter_words w
            where w.city = here and w.grams @@ asked and w.matter < before and (of_units is null or w.units && of_units)
              and w.words like all (patterns)
            limit many);
          if cardinality(found) < many then
            return query
              select h.matter from (select unnest(found) as matter order by 1 desc) h
              cross join lateral (select from matter m where m.city = here and m.id = h.matter
                and matter_reached(m.open_to_city, m.units, m.helpers, m.parent, m.confidential, role, own, seat)
                and (in_phase is null or m.phase = in_phase) and (in_stage is null or m.stage = in_stage)
                and (in_area is null or m.area = in_area) and (in_round is null or m.round = in_round)
                and (in_mechanism is null or m.mechanism = in_mechanism)
                and (due_from is null or m.due_at >= due_from) and (due_until is null or m.due_at < due_until) offset 0) m
              order by h.matter desc limit wanted;
            return;
          end if;
        end if;
        oldest := case when step = 3 then 0 else greatest(newest - (1 << step) + 1, 0) end;
        if step < 3 then
          times := (select string_agg('''@' || lpad(to_hex(time), 4, '0') || '''', ' | ') from generate_series(oldest, newest) as time)::tsquery;
          asked := query && times;
          seen := coalesce(seen || times, times);
        else
          asked := query && !!seen;
        end if;
        return query
          with hits as materialized (
            select w.matter from matter_words w
            where w.city = here and w.grams @@ asked and w.matter < before and (of_units is null or w.units && of_units)
              and w.words like all (patterns)
            order by w.matter desc)
          select m.id from hits h join matter m on m.city = here and m.id = h.matter
          where matter_reached(m.open_to_city, m.units, m.helpers, m.parent, m.confidential, role, own, seat)
            and (in_phase is null or m.phase = in_phase) and (in_stage is null or m.stage = in_stage)
            and (in_area is null or m.area = in_area) and (in_round is null or m.round = in_round)
            and (in_mechanism is null or m.mechanism = in_mechanism)
            and (due_from is null or m.due_at >= due_from) and (due_until is null or m.due_at < due_until)
          order by h.matter desc limit wanted;
        get diagnostics given = row_count;
        wanted := wanted - given;
        before := (lpad(to_hex(oldest), 4, '0') || repeat('0', 28))::uuid;
      end loop;
    end
  $$;
