-- A day may be given back to the national calendar: the amendment before it stays on record, and counts no more.
alter table calendar_amendment alter working drop not null;
