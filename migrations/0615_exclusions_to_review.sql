-- Whoever may review an exclusion has it among what they must do, and a leader where nobody of the office may: looked for each time that they
-- look, in an index of these few.
create index matter_review on matter (city, todo_at, id) where todo = 'review';
