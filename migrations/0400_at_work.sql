-- What a unit is still to answer is not waiting to be struck off, though its mechanism lets the office do so at any time: it stood among what
-- the office has to do for as long as the unit worked. See officeTodo in src/matters/life/project.rules.ts. Where nobody answers at all, the
-- office ends it, and it goes on standing there; `acts` of a file are the lines set in below that word.
update matter m set todo = null, todo_at = 'infinity' from mechanism f
  where m.todo = 'close' and m.phase in ('assigned', 'working')
    and f.city = m.city and f.key = m.mechanism and f.version = m.version
    and substring(f.source from E'\nacts:[^\n]*\n((?:[ #][^\n]*\n|\n)*)') ~ E'(^|\n) +["'']?answer["'']? *:';
