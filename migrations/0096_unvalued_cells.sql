-- The columns of an imported row whose formula has no value in the file (JSON, counted from 0): such a blank is told to its
-- reader, who may think that there is a value. Rows that were read before say nothing of it.
alter table sheet_row add column unvalued text not null default '[]';
