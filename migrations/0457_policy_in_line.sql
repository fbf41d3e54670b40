-- Who reads a matter, written out. As a function of what a statement asks once (`select app_role()`) it was called for each row, since PostgreSQL
-- puts a function's body in its place only where no argument is such a question: of 27,000 matters the calls took four fifths of a count. It says
-- what `matter_readable` and the rest said: whoever oversees the city reads all, whoever raised a matter theirs, a seat what is
-- open, what its units have, where it helps, and what it may read from above.
alter policy matter_read on matter using (
  city = (select app_city()) and (
    (select app_role()) in ('supervisor', 'mayor', 'system')
    or (select app_role()) <> 'originator' and (open_to_city or units && (select app_units()) or (select app_seat()) = any (helpers))
    or (select app_role()) = 'originator' and (select app_seat()) = any (originators)
    or parent is not null and readable_from_above(parent, confidential, (select app_role()), (select app_units()), (select app_seat()))));
alter policy matter_act on matter using (
  city = (select app_city()) and (
    (select app_role()) in ('supervisor', 'mayor', 'system')
    or (select app_role()) <> 'originator' and (open_to_city or units && (select app_units()) or (select app_seat()) = any (helpers))
    or (select app_role()) = 'originator' and (select app_seat()) = any (originators)
    or parent is not null and readable_from_above(parent, confidential, (select app_role()), (select app_units()), (select app_seat()))));
