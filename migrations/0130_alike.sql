-- Open matters that may be like a text, for whoever reads them; src/matters/alike ranks them by what they say. `grams` are pairs of
-- neighbouring characters in the order of the text (0004). Of the rarer ones two that stand close together in the text must be in a matter,
-- since one is in too many by chance. How rare each is, is known from what analyze counts: a pair that it does not name is rarer
-- than any that it does, and is taken as in three of ten thousand. So many are asked for as can be looked through in time.
create function alike_matters(grams text[], beside uuid, most integer)
  returns setof uuid stable security definer set search_path = public, pg_temp
  set plan_cache_mode = force_custom_plan
  language plpgsql as $$
    declare
      here integer := app_city();
      role text := app_role();
      own uuid[] := app_units();
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
          where m.phase <> 'closed' and m.id is distinct from beside and matter_readable(m.open_to_city, m.units, role, own))
        select o.id from still_open o join matter_words w on w.city = here and w.matter = o.id
        order by ts_rank('{1,1,1,1}', w.grams, any_of) desc, o.id desc limit most;
    end
  $$;
revoke execute on function alike_matters from public;
grant execute on function alike_matters to huiyin_app;
