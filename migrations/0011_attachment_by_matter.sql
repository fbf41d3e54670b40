-- A matter's files, found by the matter: by its key alone the table is walked whole for each stretch of matters that is verified.
create index attachment_matter on attachment (city, matter, file);
