-- The proofs that a decision was served, one file for each time that a service was noted; sealed as the decision is. See ADR 589.
create table debarment_proof (
  city integer not null,
  debarment uuid not null,
  file uuid not null,
  primary key (city, file),
  foreign key (city, debarment) references debarment,
  foreign key (city, file) references file
);
create index debarment_proof_of on debarment_proof (city, debarment);

alter table debarment_proof enable row level security;
grant select, insert on debarment_proof to huiyin_app;
create policy debarment_proof_read on debarment_proof for select to huiyin_app
  using (city = (select app_city()) and (select app_role()) in ('supervisor', 'mayor', 'system'));
create policy debarment_proof_add on debarment_proof for insert to huiyin_app
  with check (city = (select app_city()) and (select app_role()) = 'system');

drop policy file_unsealed on file;
create policy file_unsealed on file as restrictive for select to huiyin_app
  using (about is null or (select app_role()) = 'system' or uploaded_by = (select app_seat())
    or (select true from attachment a where a.city = file.city and a.file = file.id limit 1)
    or (select true from debarment d where d.city = file.city and d.file = file.id limit 1)
    or (select true from debarment_proof p where p.city = file.city and p.file = file.id limit 1));
