-- A matter's day is the one that its lead unit is held to. While the supervision office alone was being waited for, its clock
-- to verify stood here, and a unit that had answered in time was listed and counted as overdue; `todo_at` keeps the office's.

update matter m set due_at = 'infinity'
where m.due_at < 'infinity' and not exists (
  select from clock c where c.city = m.city and c.matter = m.id and c.unit = m.lead
    and c.stopped_at is null and c.paused_on is null);
