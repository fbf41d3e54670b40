-- Decision documents of debarments are sealed as files of sealed matters are; see ADR 420. Their rows are for whoever reads the entry.
drop policy file_unsealed on file;
create policy file_unsealed on file as restrictive for select to huiyin_app
  using (about is null or (select app_role()) = 'system' or uploaded_by = (select app_seat())
    or (select true from attachment a where a.city = file.city and a.file = file.id limit 1)
    or (select true from debarment d where d.city = file.city and d.file = file.id limit 1));
create index debarment_file on debarment (city, file);
