-- What was answered and may be read by everybody (src/matters/answers): question and answer as a clerk wrote them for the public, and
-- nothing else of the matter. A projection of its acts; `id` is the act that published it, so that the matter is not named.
create table published_answer (
  city integer not null,
  matter uuid not null,
  id uuid not null,
  question text not null check (question <> ''),
  answer text not null check (answer <> ''),
  -- The uppermost category that the matter is filed under, and its scheme.
  scheme text,
  category text,
  published_at timestamptz not null,
  words text not null,
  grams tsvector not null,
  primary key (city, matter),
  unique (city, id),
  foreign key (city, matter) references matter
);
create index published_answer_newest on published_answer (city, id desc);
create index published_answer_category on published_answer (city, category, id desc);
create index published_answer_grams on published_answer using gin (grams) with (fastupdate = off);
alter table published_answer enable row level security;
grant select, insert, update, delete on published_answer to huiyin_app;
-- What everybody may read may be read by every seat; it is written by whoever's act changes it.
create policy published_answer_see on published_answer for select to huiyin_app using (city = (select app_city()));
create policy published_answer_publish on published_answer for insert to huiyin_app with check (city = (select app_city()));
create policy published_answer_change on published_answer for update to huiyin_app
  using (city = (select app_city())) with check (city = (select app_city()));
create policy published_answer_withdraw on published_answer for delete to huiyin_app using (city = (select app_city()));

-- Under a policy the planner may not use the index of words, as `@@` is not leak-proof; and all that stands here is public.
create function find_published(asked tsquery, fragment text, of text, before uuid, most integer)
  returns table (id uuid, question text, answer text, scheme text, category text, published_at timestamptz)
  stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan language sql as $$
    select p.id, p.question, p.answer, p.scheme, p.category, p.published_at from published_answer p
    where p.city = app_city() and (asked is null or p.grams @@ asked) and (of is null or p.category = of)
      and (fragment is null or position(fragment in p.words) > 0) and (before is null or p.id < before)
    order by p.id desc limit most
  $$;
revoke execute on function find_published from public;
grant execute on function find_published to huiyin_app;
-- Those that have something of a text in common, most first; src/matters/answers ranks them by what they say.
create function alike_published(close_by tsquery, any_of tsquery, most integer)
  returns table (id uuid, question text, answer text, scheme text, category text, published_at timestamptz)
  stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan language sql as $$
    select h.id, h.question, h.answer, h.scheme, h.category, h.published_at
    from (select p.* from published_answer p where p.city = app_city() and p.grams @@ close_by limit 600) h
    order by ts_rank('{1,1,1,1}', h.grams, any_of) desc, h.id desc limit most
  $$;
revoke execute on function alike_published from public;
grant execute on function alike_published to huiyin_app;
