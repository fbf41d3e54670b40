-- That a decision document was opened is a way of looking by itself: whoever approves a debarment has to have opened it. What was noted
-- before stays as it was noted.
alter table debarment_look drop constraint debarment_look_way_check,
  add constraint debarment_look_way_check check (way in ('look', 'search', 'extract', 'open'));
