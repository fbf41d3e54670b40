-- Who conducts a session is reminded of it the working day before. `todo_at` does not tell its day: what is overdue may stand before it. So
-- the day stands here, while the session is what comes next (src/matters/life/project.rules.ts), and is found however many matters there are.
alter table assignment add column meets_on date;
update assignment a set meets_on = (m.state::jsonb -> 'arranged' ->> 'meetOn')::date from matter m
  where m.city = a.city and m.id = a.matter and a.todo = 'meet' and m.state like '%"arranged":{%';
create index assignment_meets on assignment (city, meets_on) where meets_on is not null;
