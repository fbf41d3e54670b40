-- The keys of the units that a walk looks at, whether or not the seat may read the matters, as `matter_key` has them for the whole city: the policy of
-- an assignment asks for its matter, row by row, and whatever is shown is asked of the matter's policy once more. No words, nobody's name; of what is
-- sealed not even that it is there.
create view assignment_key as
  select a.city, a.unit, a.matter, a.mechanism, a.phase, a.stage, a.area, a.due_at
  from assignment a
  where a.city = (select app_city()) and (select app_role()) <> 'originator'
    and (not a.sealed or a.matter not in (select unnest(hidden_matters())));
grant select on assignment_key to huiyin_app;
