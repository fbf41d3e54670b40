-- What is sealed waits for those who are named for it, and not for the supervision office: it is counted and listed for each of them by what they may do
-- next (src/matters/helpers/named.ts).
update matter set todo = null, todo_at = 'infinity' where sealed and todo is not null;
