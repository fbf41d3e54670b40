-- That a ranking was held is no secret: whoever reads it finds the matter that followed for the last unit.
create policy ranking_held_read on ranking_held for select to huiyin_app
  using (city = (select app_city()) and (select app_role()) not in ('originator', 'system'));
