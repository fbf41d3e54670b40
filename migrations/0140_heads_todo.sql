-- A unit's draft waits for its head: what is to be done then is no handler's work, though it is their unit's. See unitTodo in
-- src/matters/life/project.rules.ts.
alter table assignment add column for_head boolean not null default false;
update assignment a set for_head = true from matter m
  where m.city = a.city and m.id = a.matter and a.part = 'lead' and a.todo = 'answer' and m.state like '%"draft":{%';

-- A workbench is counted from this index alone.
drop index assignment_todo;
create index assignment_todo on assignment (city, unit, todo_at, matter) include (for_head) where todo is not null;
