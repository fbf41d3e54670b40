-- The database as all migrations together leave it, for reading: what columns, indexes and policies a table has now, what a function does now.
-- Written by `npm run schema`; a test compares. Nothing is set up from it: that is what migrations are for.

create table account (
  city integer not null,
  id uuid not null,
  login text not null,
  name text not null,
  password_hash text not null,
  created_at timestamp with time zone default now() not null,
  disabled_at timestamp with time zone,
  must_change boolean default false not null,
  has_password boolean generated always as ((password_hash <> ''::text)) stored
);
alter table account add constraint account_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table account add constraint account_city_login_key UNIQUE (city, login);
alter table account add constraint account_login_check CHECK (((login = lower(login)) AND (login <> ''::text)));
alter table account add constraint account_name_check CHECK ((name <> ''::text));
alter table account add constraint account_pkey PRIMARY KEY (city, id);
CREATE TRIGGER account_login AFTER INSERT ON account FOR EACH ROW EXECUTE FUNCTION register_login();
CREATE TRIGGER account_tells AFTER UPDATE ON account FOR EACH ROW EXECUTE FUNCTION tell_caller_changed();
create policy account_change on account for update to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['administrator'::text, 'system'::text]));
create policy account_open on account for insert to huiyin_app
  with check city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['administrator'::text, 'system'::text]));
create policy account_read on account for select to huiyin_app
  using city = (( SELECT app_city() AS app_city));
grant insert on account to huiyin_app;
grant select (city, id, login, name, created_at, disabled_at, must_change, has_password) on account to huiyin_app;
grant update (name, password_hash, disabled_at, must_change) on account to huiyin_app;

create table act (
  city integer not null,
  stream uuid not null,
  seq integer not null,
  id uuid not null,
  kind text not null,
  seat uuid,
  at timestamp with time zone not null,
  body text not null,
  hash bytea not null,
  prev bytea,
  position bigint generated always as identity not null,
  xid xid8 default pg_current_xact_id() not null
);
alter table act add constraint act_check CHECK (((seq = 1) = (prev IS NULL)));
alter table act add constraint act_city_id_key UNIQUE (city, id);
alter table act add constraint act_hash_check CHECK ((length(hash) = 32));
alter table act add constraint act_kind_check CHECK ((kind <> ''::text));
alter table act add constraint act_pkey PRIMARY KEY (city, stream, seq);
alter table act add constraint act_prev_check CHECK ((length(prev) = 32));
alter table act add constraint act_seq_check CHECK ((seq > 0));
CREATE INDEX act_seat ON act USING btree (city, seat, stream) WHERE (seat IS NOT NULL);
CREATE INDEX act_settled ON act USING btree (city, xid, "position");
CREATE TRIGGER act_by_sitter BEFORE INSERT ON act FOR EACH STATEMENT EXECUTE FUNCTION refuse_who_left();
CREATE TRIGGER act_stays BEFORE DELETE OR UPDATE ON act FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER act_stays_whole BEFORE TRUNCATE ON act FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
create policy act_all_to_overseers on act for select to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['supervisor'::text, 'mayor'::text, 'system'::text]));
create policy act_append on act for insert to huiyin_app
  with check city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = 'system'::text OR NOT seat IS DISTINCT FROM (( SELECT app_seat() AS app_seat)));
create policy act_of_bulletin on act for select to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ( SELECT true
   FROM bulletin b
  WHERE b.city = act.city AND b.id = act.stream);
create policy act_of_entry on act for select to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'administrator'::text AND ( SELECT true
   FROM entry e
  WHERE e.city = act.city AND e.id = act.stream);
create policy act_of_matter on act for select to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ( SELECT true
   FROM matter m
  WHERE m.city = act.city AND m.id = act.stream);
create policy act_of_round on act for select to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ( SELECT true
   FROM round r
  WHERE r.city = act.city AND r.id = act.stream);
create policy act_read_system on act for select to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
create policy act_unsealed on act as restrictive for select to huiyin_app
  using NOT (stream IN ( SELECT unnest(hidden_matters()) AS unnest));
grant select on act to huiyin_app;
grant insert (city, stream, seq, id, kind, seat, at, body, hash, prev) on act to huiyin_app;

create table act_veil (
  city integer not null,
  stream uuid not null,
  seq integer not null,
  body text not null
);
alter table act_veil add constraint act_veil_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table act_veil add constraint act_veil_city_stream_seq_fkey FOREIGN KEY (city, stream, seq) REFERENCES act(city, stream, seq);
alter table act_veil add constraint act_veil_pkey PRIMARY KEY (city, stream, seq);
create policy act_veil_again on act_veil for update to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text
  with check city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
create policy act_veil_lay on act_veil for insert to huiyin_app
  with check city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
create policy act_veil_read on act_veil for select to huiyin_app
  using city = (( SELECT app_city() AS app_city));
grant insert, select on act_veil to huiyin_app;
grant update (body) on act_veil to huiyin_app;

create table adoption_due (
  city integer not null,
  noun text not null
);
alter table adoption_due add constraint adoption_due_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table adoption_due add constraint adoption_due_pkey PRIMARY KEY (city, noun);
create policy adoption_due_system on adoption_due for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
grant delete, select on adoption_due to huiyin_app;

create table assignment (
  city integer not null,
  matter uuid not null,
  unit uuid not null,
  part text not null,
  stance text not null,
  phase text not null,
  stage text not null,
  area text,
  bounces integer not null,
  due_at timestamp with time zone not null,
  todo text,
  todo_at timestamp with time zone not null,
  for_head boolean default false not null,
  meets_on date,
  sealed boolean,
  mechanism text not null
);
alter table assignment add constraint assignment_city_matter_fkey FOREIGN KEY (city, matter) REFERENCES matter(city, id) DEFERRABLE INITIALLY DEFERRED;
alter table assignment add constraint assignment_city_unit_fkey FOREIGN KEY (city, unit) REFERENCES unit(city, id);
alter table assignment add constraint assignment_part_check CHECK ((part = ANY (ARRAY['lead'::text, 'co'::text])));
alter table assignment add constraint assignment_pkey PRIMARY KEY (city, matter, unit);
CREATE INDEX assignment_area ON assignment USING btree (city, unit, area, matter, phase, stage) INCLUDE (sealed);
CREATE INDEX assignment_due ON assignment USING btree (city, unit, due_at, matter, phase, stage, area) INCLUDE (sealed) WHERE (phase <> 'closed'::text);
CREATE INDEX assignment_mechanism ON assignment USING btree (city, unit, mechanism, matter) INCLUDE (phase, stage, area, sealed);
CREATE INDEX assignment_meets ON assignment USING btree (city, meets_on) WHERE (meets_on IS NOT NULL);
CREATE INDEX assignment_newest ON assignment USING btree (city, unit, matter, phase, stage) INCLUDE (sealed);
CREATE INDEX assignment_todo ON assignment USING btree (city, unit, todo_at, matter) INCLUDE (for_head, sealed) WHERE (todo IS NOT NULL);
create policy assignment_city on assignment for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (((( SELECT app_role() AS app_role)) = ANY (ARRAY['supervisor'::text, 'mayor'::text, 'system'::text])) OR (unit = ANY ((( SELECT app_units() AS app_units))::uuid[])) OR ( SELECT true
   FROM matter m
  WHERE m.city = assignment.city AND m.id = assignment.matter))
  with check city = (( SELECT app_city() AS app_city));
create policy assignment_unsealed on assignment as restrictive for select to huiyin_app
  using NOT sealed OR NOT (matter IN ( SELECT unnest(hidden_matters()) AS unnest));
grant delete, insert, select, update on assignment to huiyin_app;

create table attachment (
  city integer not null,
  file uuid not null,
  matter uuid not null
);
alter table attachment add constraint attachment_city_file_fkey FOREIGN KEY (city, file) REFERENCES file(city, id);
alter table attachment add constraint attachment_city_matter_fkey FOREIGN KEY (city, matter) REFERENCES matter(city, id) DEFERRABLE INITIALLY DEFERRED;
alter table attachment add constraint attachment_pkey PRIMARY KEY (city, file, matter);
CREATE INDEX attachment_matter ON attachment USING btree (city, matter, file);
create policy attachment_city on attachment for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (((( SELECT app_role() AS app_role)) = ANY (ARRAY['supervisor'::text, 'mayor'::text, 'system'::text])) OR ( SELECT true
   FROM matter m
  WHERE m.city = attachment.city AND m.id = attachment.matter))
  with check city = (( SELECT app_city() AS app_city));
create policy attachment_unsealed on attachment as restrictive for select to huiyin_app
  using NOT (matter IN ( SELECT unnest(hidden_matters()) AS unnest));
grant insert, select on attachment to huiyin_app;

create table bulletin (
  city integer not null,
  id uuid not null,
  number text not null,
  title text not null,
  round uuid not null,
  before uuid,
  content text not null,
  published_at timestamp with time zone not null,
  published_by text not null,
  seq integer not null,
  hash bytea not null
);
alter table bulletin add constraint bulletin_city_before_fkey FOREIGN KEY (city, before) REFERENCES round(city, id);
alter table bulletin add constraint bulletin_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table bulletin add constraint bulletin_city_number_key UNIQUE (city, number);
alter table bulletin add constraint bulletin_city_round_fkey FOREIGN KEY (city, round) REFERENCES round(city, id);
alter table bulletin add constraint bulletin_pkey PRIMARY KEY (city, id);
CREATE INDEX bulletin_newest ON bulletin USING btree (city, id DESC);
create policy bulletin_publish on bulletin for insert to huiyin_app
  with check city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['supervisor'::text, 'system'::text]));
create policy bulletin_read on bulletin for select to huiyin_app
  using city = (( SELECT app_city() AS app_city));
grant insert, select on bulletin to huiyin_app;

create table calendar_amendment (
  city integer not null,
  day date not null,
  version integer not null,
  working boolean,
  reason text not null,
  seat uuid,
  at timestamp with time zone default now() not null
);
alter table calendar_amendment add constraint calendar_amendment_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table calendar_amendment add constraint calendar_amendment_pkey PRIMARY KEY (city, day, version);
alter table calendar_amendment add constraint calendar_amendment_reason_check CHECK ((reason <> ''::text));
alter table calendar_amendment add constraint calendar_amendment_version_check CHECK ((version > 0));
create policy calendar_amend on calendar_amendment for insert to huiyin_app
  with check city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['administrator'::text, 'system'::text]));
create policy calendar_read on calendar_amendment for select to huiyin_app
  using city = (( SELECT app_city() AS app_city));
grant insert, select on calendar_amendment to huiyin_app;

create table callback_sample (
  city integer not null,
  mechanism text not null,
  week date not null,
  drawn_at timestamp with time zone not null,
  share integer not null,
  least integer not null,
  population jsonb default '[]'::jsonb not null,
  drawn uuid[] default '{}'::uuid[] not null
);
alter table callback_sample add constraint callback_sample_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table callback_sample add constraint callback_sample_least_check CHECK (("least" >= 0));
alter table callback_sample add constraint callback_sample_mechanism_check CHECK ((mechanism <> ''::text));
alter table callback_sample add constraint callback_sample_pkey PRIMARY KEY (city, mechanism, week);
alter table callback_sample add constraint callback_sample_share_check CHECK (((share >= 0) AND (share <= 100)));
alter table callback_sample add constraint callback_sample_week_check CHECK ((EXTRACT(isodow FROM week) = (1)::numeric));
create policy callback_sample_draw on callback_sample for insert to huiyin_app
  with check city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
create policy callback_sample_drawn on callback_sample for update to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text
  with check city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
create policy callback_sample_see on callback_sample for select to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['supervisor'::text, 'mayor'::text, 'system'::text]));
grant insert, select, update on callback_sample to huiyin_app;

create table category (
  city integer not null,
  scheme text not null,
  version integer not null,
  code text not null,
  n integer not null,
  parent text,
  zh text not null,
  en text,
  retired boolean not null
);
alter table category add constraint category_check CHECK ((parent <> code));
alter table category add constraint category_city_scheme_version_fkey FOREIGN KEY (city, scheme, version) REFERENCES scheme(city, key, version);
alter table category add constraint category_city_scheme_version_n_key UNIQUE (city, scheme, version, n);
alter table category add constraint category_city_scheme_version_parent_fkey FOREIGN KEY (city, scheme, version, parent) REFERENCES category(city, scheme, version, code);
alter table category add constraint category_code_check CHECK ((code <> ''::text));
alter table category add constraint category_en_check CHECK ((en <> ''::text));
alter table category add constraint category_n_check CHECK ((n > 0));
alter table category add constraint category_pkey PRIMARY KEY (city, scheme, version, code);
alter table category add constraint category_zh_check CHECK ((zh <> ''::text));
create policy category_city on category for all to huiyin_app
  using city = (( SELECT app_city() AS app_city))
  with check city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['administrator'::text, 'system'::text]));
grant insert, select on category to huiyin_app;

create table checkpoint (
  city integer not null,
  n integer not null,
  horizon xid8 not null,
  acts bigint not null,
  root bytea not null,
  prev bytea,
  signature bytea not null,
  key_id text not null,
  at timestamp with time zone not null
);
alter table checkpoint add constraint checkpoint_acts_check CHECK ((acts > 0));
alter table checkpoint add constraint checkpoint_check CHECK (((n = 1) = (prev IS NULL)));
alter table checkpoint add constraint checkpoint_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table checkpoint add constraint checkpoint_city_key_id_fkey FOREIGN KEY (city, key_id) REFERENCES signing_key(city, id);
alter table checkpoint add constraint checkpoint_n_check CHECK ((n > 0));
alter table checkpoint add constraint checkpoint_pkey PRIMARY KEY (city, n);
alter table checkpoint add constraint checkpoint_prev_check CHECK ((length(prev) = 32));
alter table checkpoint add constraint checkpoint_root_check CHECK ((length(root) = 32));
alter table checkpoint add constraint checkpoint_signature_check CHECK ((length(signature) = 64));
CREATE TRIGGER checkpoint_raises_head AFTER INSERT ON checkpoint FOR EACH ROW EXECUTE FUNCTION raise_checkpoint_head();
CREATE TRIGGER checkpoint_stays BEFORE DELETE OR UPDATE ON checkpoint FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER checkpoint_stays_whole BEFORE TRUNCATE ON checkpoint FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
create policy checkpoint_add on checkpoint for insert to huiyin_app
  with check city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
create policy checkpoint_read on checkpoint for select to huiyin_app
  using city = (( SELECT app_city() AS app_city));
grant insert, select on checkpoint to huiyin_app;

create table checkpoint_head (
  city integer not null,
  n integer not null,
  root bytea not null
);
alter table checkpoint_head add constraint checkpoint_head_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table checkpoint_head add constraint checkpoint_head_n_check CHECK ((n > 0));
alter table checkpoint_head add constraint checkpoint_head_pkey PRIMARY KEY (city);
alter table checkpoint_head add constraint checkpoint_head_root_check CHECK ((length(root) = 32));
CREATE TRIGGER checkpoint_head_rises BEFORE UPDATE ON checkpoint_head FOR EACH ROW EXECUTE FUNCTION refuse_lower_head();
CREATE TRIGGER checkpoint_head_stays BEFORE DELETE ON checkpoint_head FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER checkpoint_head_stays_whole BEFORE TRUNCATE ON checkpoint_head FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
create policy checkpoint_head_read on checkpoint_head for select to huiyin_app
  using city = (( SELECT app_city() AS app_city));
grant select on checkpoint_head to huiyin_app;

create table circle (
  city integer not null,
  id uuid not null,
  mechanism text not null,
  seats uuid[] not null,
  since timestamp with time zone[] default '{}'::timestamp with time zone[] not null
);
alter table circle add constraint circle_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table circle add constraint circle_city_mechanism_key UNIQUE (city, mechanism);
alter table circle add constraint circle_pkey PRIMARY KEY (city, id);
alter table circle add constraint circle_since CHECK ((cardinality(since) = cardinality(seats)));
create policy circle_add on circle for insert to huiyin_app
  with check city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
create policy circle_change on circle for update to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
create policy circle_read on circle for select to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (((( SELECT app_role() AS app_role)) = ANY (ARRAY['administrator'::text, 'system'::text])) OR ((( SELECT app_seat() AS app_seat)) = ANY (seats)));
grant insert, select on circle to huiyin_app;
grant update (seats, since) on circle to huiyin_app;

create table city (
  city integer not null,
  name text not null,
  name_en text default ''::text not null,
  created_at timestamp with time zone default now() not null
);
alter table city add constraint city_city_check CHECK ((city > 0));
alter table city add constraint city_name_check CHECK ((name <> ''::text));
alter table city add constraint city_pkey PRIMARY KEY (city);
create policy city_found on city for insert to huiyin_app
  with check city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
create policy city_read on city for select to huiyin_app
  using city = (( SELECT app_city() AS app_city));
grant insert, select on city to huiyin_app;

create table city_secret (
  city integer not null,
  purpose text not null,
  secret bytea not null
);
alter table city_secret add constraint city_secret_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table city_secret add constraint city_secret_pkey PRIMARY KEY (city, purpose);
alter table city_secret add constraint city_secret_secret_check CHECK ((length(secret) = 32));
create policy city_secret_keepers on city_secret for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['administrator'::text, 'system'::text]));
create policy city_secret_sealing on city_secret as restrictive for all to huiyin_app
  using purpose <> 'seal'::text OR (( SELECT app_role() AS app_role)) = 'system'::text;
grant insert, select on city_secret to huiyin_app;

create table clock (
  city integer not null,
  matter uuid not null,
  n integer not null,
  clock text not null,
  unit uuid,
  started_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  paused_on date,
  stopped_at timestamp with time zone,
  how text
);
alter table clock add constraint clock_city_matter_fkey FOREIGN KEY (city, matter) REFERENCES matter(city, id) DEFERRABLE INITIALLY DEFERRED;
alter table clock add constraint clock_how_check CHECK ((how = ANY (ARRAY['met'::text, 'late'::text, 'void'::text])));
alter table clock add constraint clock_pkey PRIMARY KEY (city, matter, n);
CREATE UNIQUE INDEX clock_open ON clock USING btree (city, matter, clock, unit) NULLS NOT DISTINCT WHERE (stopped_at IS NULL);
CREATE INDEX clock_running ON clock USING btree (city, due_at) WHERE ((stopped_at IS NULL) AND (paused_on IS NULL));
create policy clock_city on clock for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (((( SELECT app_role() AS app_role)) = ANY (ARRAY['supervisor'::text, 'mayor'::text, 'system'::text])) OR ( SELECT true
   FROM matter m
  WHERE m.city = clock.city AND m.id = clock.matter))
  with check city = (( SELECT app_city() AS app_city));
create policy clock_unsealed on clock as restrictive for select to huiyin_app
  using NOT (matter IN ( SELECT unnest(hidden_matters()) AS unnest));
grant insert, select, update on clock to huiyin_app;

create table clock_told (
  city integer not null,
  matter uuid not null,
  n integer not null,
  due_at timestamp with time zone not null,
  rung integer not null
);
alter table clock_told add constraint clock_told_city_matter_fkey FOREIGN KEY (city, matter) REFERENCES matter(city, id);
alter table clock_told add constraint clock_told_pkey PRIMARY KEY (city, matter, n, due_at);
alter table clock_told add constraint clock_told_rung CHECK ((rung >= 1));
create policy clock_told_system on clock_told for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
grant insert, select, update on clock_told to huiyin_app;

create table contact (
  city integer not null,
  id uuid not null,
  originator uuid not null,
  kind text not null,
  sealed text not null,
  confirmed boolean not null,
  lookup bytea
);
alter table contact add constraint contact_city_originator_fkey FOREIGN KEY (city, originator) REFERENCES originator(city, id);
alter table contact add constraint contact_kind_check CHECK ((kind = ANY (ARRAY['phone'::text, 'email'::text])));
alter table contact add constraint contact_lookup_check CHECK ((length(lookup) = 32));
alter table contact add constraint contact_pkey PRIMARY KEY (city, id);
CREATE INDEX contact_lookup ON contact USING btree (city, lookup);
CREATE INDEX contact_originator ON contact USING btree (city, originator);
create policy contact_keepers on contact for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['administrator'::text, 'system'::text]));
grant delete, insert, select on contact to huiyin_app;
grant update (confirmed, lookup) on contact to huiyin_app;

create table contact_shown (
  city integer not null,
  id uuid not null,
  originator uuid not null,
  seat uuid not null,
  purpose text not null,
  at timestamp with time zone not null,
  matter uuid,
  unit uuid
);
alter table contact_shown add constraint contact_shown_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table contact_shown add constraint contact_shown_pkey PRIMARY KEY (city, id, originator);
alter table contact_shown add constraint contact_shown_purpose_check CHECK ((purpose <> ''::text));
CREATE INDEX contact_shown_at ON contact_shown USING btree (city, at, id);
CREATE INDEX contact_shown_matter ON contact_shown USING btree (city, matter, at, id) WHERE (matter IS NOT NULL);
CREATE INDEX contact_shown_originator ON contact_shown USING btree (city, originator, at);
CREATE INDEX contact_shown_seat ON contact_shown USING btree (city, seat, at, id);
CREATE INDEX contact_shown_unit ON contact_shown USING btree (city, unit, at, id);
create policy contact_shown_add on contact_shown for insert to huiyin_app
  with check city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = 'system'::text OR seat = (( SELECT app_seat() AS app_seat)));
create policy contact_shown_read on contact_shown for select to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (((( SELECT app_role() AS app_role)) = ANY (ARRAY['administrator'::text, 'supervisor'::text, 'system'::text])) OR (( SELECT app_role() AS app_role)) = 'originator'::text AND originator = (( SELECT app_seat() AS app_seat)));
create policy contact_shown_unsealed on contact_shown as restrictive for select to huiyin_app
  using matter IS NULL OR NOT (matter IN ( SELECT unnest(hidden_matters()) AS unnest));
grant insert, select on contact_shown to huiyin_app;

create table debarment (
  city integer not null,
  id uuid not null,
  kind text not null,
  print bytea not null,
  file uuid not null,
  entered boolean not null,
  starts date not null,
  ends date not null,
  lifted_on date,
  void boolean not null,
  state text not null
);
alter table debarment add constraint debarment_check CHECK ((ends >= starts));
alter table debarment add constraint debarment_check1 CHECK (((NOT void) OR (lifted_on IS NOT NULL)));
alter table debarment add constraint debarment_city_file_fkey FOREIGN KEY (city, file) REFERENCES file(city, id);
alter table debarment add constraint debarment_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table debarment add constraint debarment_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'enterprise'::text])));
alter table debarment add constraint debarment_pkey PRIMARY KEY (city, id);
alter table debarment add constraint debarment_print_check CHECK ((length(print) = 32));
CREATE INDEX debarment_file ON debarment USING btree (city, file);
CREATE INDEX debarment_print ON debarment USING btree (city, print);
create policy debarment_add on debarment for insert to huiyin_app
  with check city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
create policy debarment_change on debarment for update to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
create policy debarment_read on debarment for select to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['supervisor'::text, 'mayor'::text, 'system'::text]));
grant insert, select on debarment to huiyin_app;
grant update (file, entered, starts, ends, lifted_on, void, state) on debarment to huiyin_app;

create table debarment_look (
  city integer not null,
  id uuid not null,
  debarment uuid,
  day date not null,
  way text not null,
  seat uuid not null,
  purpose text not null,
  at timestamp with time zone not null
);
alter table debarment_look add constraint debarment_look_city_debarment_fkey FOREIGN KEY (city, debarment) REFERENCES debarment(city, id);
alter table debarment_look add constraint debarment_look_pkey PRIMARY KEY (city, id);
alter table debarment_look add constraint debarment_look_purpose_check CHECK ((purpose <> ''::text));
alter table debarment_look add constraint debarment_look_way_check CHECK ((way = ANY (ARRAY['look'::text, 'search'::text, 'extract'::text, 'open'::text])));
CREATE INDEX debarment_look_of ON debarment_look USING btree (city, debarment, at DESC);
create policy debarment_look_add on debarment_look for insert to huiyin_app
  with check city = (( SELECT app_city() AS app_city)) AND seat = (( SELECT app_seat() AS app_seat));
create policy debarment_look_read on debarment_look for select to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['supervisor'::text, 'mayor'::text, 'system'::text]));
grant insert, select on debarment_look to huiyin_app;

create table debarment_proof (
  city integer not null,
  debarment uuid not null,
  file uuid not null
);
alter table debarment_proof add constraint debarment_proof_city_debarment_fkey FOREIGN KEY (city, debarment) REFERENCES debarment(city, id);
alter table debarment_proof add constraint debarment_proof_city_file_fkey FOREIGN KEY (city, file) REFERENCES file(city, id);
alter table debarment_proof add constraint debarment_proof_pkey PRIMARY KEY (city, file);
CREATE INDEX debarment_proof_of ON debarment_proof USING btree (city, debarment);
create policy debarment_proof_add on debarment_proof for insert to huiyin_app
  with check city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
create policy debarment_proof_read on debarment_proof for select to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['supervisor'::text, 'mayor'::text, 'system'::text]));
grant insert, select on debarment_proof to huiyin_app;

create table delivery (
  city integer not null,
  id uuid not null,
  account uuid,
  channel text not null,
  target text not null,
  state text not null,
  tries integer default 0 not null,
  said text default ''::text not null,
  tried_at timestamp with time zone,
  originator uuid,
  contact uuid,
  act uuid,
  matters integer default 0 not null
);
alter table delivery add constraint delivery_channel_check CHECK ((channel = ANY (ARRAY['mail'::text, 'webhook'::text, 'sms'::text])));
alter table delivery add constraint delivery_city_account_fkey FOREIGN KEY (city, account) REFERENCES account(city, id);
alter table delivery add constraint delivery_city_originator_fkey FOREIGN KEY (city, originator) REFERENCES originator(city, id);
alter table delivery add constraint delivery_pkey PRIMARY KEY (city, id);
alter table delivery add constraint delivery_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text, 'dropped'::text])));
alter table delivery add constraint delivery_to_check CHECK ((((account IS NULL) = (originator IS NOT NULL)) AND ((originator IS NULL) = (contact IS NULL)) AND ((originator IS NULL) = (act IS NULL))));
CREATE INDEX delivery_state ON delivery USING btree (city, state, id DESC);
CREATE UNIQUE INDEX delivery_told ON delivery USING btree (city, act, contact) WHERE (act IS NOT NULL);
create policy delivery_change on delivery for update to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['administrator'::text, 'system'::text]));
create policy delivery_make on delivery for insert to huiyin_app
  with check city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
create policy delivery_read on delivery for select to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['administrator'::text, 'system'::text]));
grant insert, select, update on delivery to huiyin_app;

create table delivery_notice (
  city integer not null,
  delivery uuid not null,
  notice uuid not null
);
alter table delivery_notice add constraint delivery_notice_city_delivery_fkey FOREIGN KEY (city, delivery) REFERENCES delivery(city, id);
alter table delivery_notice add constraint delivery_notice_city_notice_fkey FOREIGN KEY (city, notice) REFERENCES notice(city, id);
alter table delivery_notice add constraint delivery_notice_pkey PRIMARY KEY (city, delivery, notice);
create policy delivery_notice_make on delivery_notice for insert to huiyin_app
  with check city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
create policy delivery_notice_read on delivery_notice for select to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['administrator'::text, 'system'::text]));
grant insert, select on delivery_notice to huiyin_app;

create table draft (
  city integer not null,
  id uuid not null,
  digest bytea not null,
  title text not null,
  status text default 'open'::text not null,
  round uuid,
  version integer default 1 not null,
  items integer not null,
  articles text not null,
  review text not null,
  seat uuid not null,
  created_by text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);
alter table draft add constraint draft_check CHECK (((status = 'assigned'::text) = (round IS NOT NULL)));
alter table draft add constraint draft_city_digest_key UNIQUE (city, digest);
alter table draft add constraint draft_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table draft add constraint draft_city_round_fkey FOREIGN KEY (city, round) REFERENCES round(city, id) DEFERRABLE INITIALLY DEFERRED;
alter table draft add constraint draft_digest_check CHECK ((length(digest) = 32));
alter table draft add constraint draft_pkey PRIMARY KEY (city, id);
alter table draft add constraint draft_status_check CHECK ((status = ANY (ARRAY['open'::text, 'assigned'::text])));
CREATE INDEX draft_newest ON draft USING btree (city, id DESC);
create policy draft_office on draft for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['supervisor'::text, 'mayor'::text, 'system'::text]))
  with check city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['supervisor'::text, 'system'::text]));
grant insert, select, update on draft to huiyin_app;

create table duplicate_group (
  city integer not null,
  mechanism text not null,
  newest uuid not null,
  matters uuid[] not null,
  size integer not null
);
alter table duplicate_group add constraint duplicate_group_check CHECK ((size >= cardinality(matters)));
alter table duplicate_group add constraint duplicate_group_city_mechanism_fkey FOREIGN KEY (city, mechanism) REFERENCES duplicate_search(city, mechanism);
alter table duplicate_group add constraint duplicate_group_matters_check CHECK ((cardinality(matters) >= 2));
alter table duplicate_group add constraint duplicate_group_pkey PRIMARY KEY (city, mechanism, newest);
create policy duplicate_group_find on duplicate_group for insert to huiyin_app
  with check city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
create policy duplicate_group_see on duplicate_group for select to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['supervisor'::text, 'mayor'::text, 'system'::text]));
create policy duplicate_group_throw_away on duplicate_group for delete to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
grant delete, insert, select on duplicate_group to huiyin_app;

create table duplicate_search (
  city integer not null,
  mechanism text not null,
  found_at timestamp with time zone not null,
  read integer not null,
  whole boolean not null
);
alter table duplicate_search add constraint duplicate_search_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table duplicate_search add constraint duplicate_search_pkey PRIMARY KEY (city, mechanism);
alter table duplicate_search add constraint duplicate_search_read_check CHECK ((read >= 0));
create policy duplicate_search_again on duplicate_search for update to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text
  with check city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
create policy duplicate_search_note on duplicate_search for insert to huiyin_app
  with check city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
create policy duplicate_search_see on duplicate_search for select to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['supervisor'::text, 'mayor'::text, 'system'::text]));
grant insert, select, update on duplicate_search to huiyin_app;

create table duty_rule (
  city integer not null,
  id uuid not null,
  unit uuid not null,
  weekdays integer[] not null,
  people integer not null,
  since date not null,
  eligible uuid[],
  opens text,
  shuts text,
  ends date,
  titles text[]
);
alter table duty_rule add constraint duty_rule_check CHECK ((shuts > opens));
alter table duty_rule add constraint duty_rule_check1 CHECK (((opens IS NULL) = (shuts IS NULL)));
alter table duty_rule add constraint duty_rule_check2 CHECK ((ends > since));
alter table duty_rule add constraint duty_rule_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table duty_rule add constraint duty_rule_city_unit_fkey FOREIGN KEY (city, unit) REFERENCES unit(city, id);
alter table duty_rule add constraint duty_rule_city_unit_since_key UNIQUE (city, unit, since);
alter table duty_rule add constraint duty_rule_eligible_check CHECK ((cardinality(eligible) > 0));
alter table duty_rule add constraint duty_rule_opens_check CHECK ((opens ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text));
alter table duty_rule add constraint duty_rule_people_check CHECK (((people >= 1) AND (people <= 20)));
alter table duty_rule add constraint duty_rule_pkey PRIMARY KEY (city, id, since);
alter table duty_rule add constraint duty_rule_titles_check CHECK ((cardinality(titles) > 0));
alter table duty_rule add constraint duty_rule_weekdays_check CHECK (((cardinality(weekdays) >= 1) AND (cardinality(weekdays) <= 7)));
create policy duty_rule_keepers on duty_rule for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['administrator'::text, 'system'::text]));
create policy duty_rule_read on duty_rule for select to huiyin_app
  using city = (( SELECT app_city() AS app_city));
grant delete, insert, select on duty_rule to huiyin_app;
grant update (weekdays, people, since, eligible, opens, shuts, ends, titles) on duty_rule to huiyin_app;

create table duty_swap (
  city integer not null,
  id uuid not null,
  unit uuid not null,
  seat uuid not null,
  day date not null,
  other uuid not null,
  other_day date not null,
  status text not null,
  asked_at timestamp with time zone not null,
  answered_at timestamp with time zone
);
alter table duty_swap add constraint duty_swap_check CHECK ((seat <> other));
alter table duty_swap add constraint duty_swap_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table duty_swap add constraint duty_swap_city_other_fkey FOREIGN KEY (city, other) REFERENCES seat(city, id);
alter table duty_swap add constraint duty_swap_city_seat_fkey FOREIGN KEY (city, seat) REFERENCES seat(city, id);
alter table duty_swap add constraint duty_swap_city_unit_fkey FOREIGN KEY (city, unit) REFERENCES unit(city, id);
alter table duty_swap add constraint duty_swap_pkey PRIMARY KEY (city, id);
alter table duty_swap add constraint duty_swap_status_check CHECK ((status = ANY (ARRAY['asked'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text])));
CREATE INDEX duty_swap_unit ON duty_swap USING btree (city, unit, answered_at);
create policy duty_swap_keepers on duty_swap for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['administrator'::text, 'system'::text]));
create policy duty_swap_read on duty_swap for select to huiyin_app
  using city = (( SELECT app_city() AS app_city));
grant insert, select on duty_swap to huiyin_app;
grant update (status, answered_at) on duty_swap to huiyin_app;

create table enterprise (
  city integer not null,
  id uuid not null,
  code text not null,
  name text not null,
  initials text not null,
  industry text,
  staff integer,
  revenue bigint,
  assets bigint,
  place text,
  earlier jsonb default '[]'::jsonb not null,
  closed_at timestamp with time zone
);
alter table enterprise add constraint enterprise_assets_check CHECK ((assets >= 0));
alter table enterprise add constraint enterprise_city_code_key UNIQUE (city, code);
alter table enterprise add constraint enterprise_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table enterprise add constraint enterprise_code_check CHECK ((length(code) = 18));
alter table enterprise add constraint enterprise_industry_check CHECK ((industry ~ '^[A-T][0-9]{2,4}$'::text));
alter table enterprise add constraint enterprise_name_check CHECK ((name <> ''::text));
alter table enterprise add constraint enterprise_pkey PRIMARY KEY (city, id);
alter table enterprise add constraint enterprise_place_check CHECK ((place <> ''::text));
alter table enterprise add constraint enterprise_revenue_check CHECK ((revenue >= 0));
alter table enterprise add constraint enterprise_staff_check CHECK ((staff >= 0));
create policy enterprise_add on enterprise for insert to huiyin_app
  with check city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['administrator'::text, 'system'::text]));
create policy enterprise_change on enterprise for update to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['administrator'::text, 'system'::text]));
create policy enterprise_read on enterprise for select to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['supervisor'::text, 'handler'::text, 'head'::text, 'mayor'::text, 'administrator'::text, 'system'::text]));
grant insert, select on enterprise to huiyin_app;
grant update (name, initials, industry, staff, revenue, assets, place, earlier, closed_at) on enterprise to huiyin_app;

create table entry (
  city integer not null,
  id uuid not null,
  noun text not null,
  seq integer not null,
  hash bytea not null,
  at timestamp with time zone not null,
  state text not null
);
alter table entry add constraint entry_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table entry add constraint entry_hash_check CHECK ((length(hash) = 32));
alter table entry add constraint entry_noun_check CHECK ((noun <> ''::text));
alter table entry add constraint entry_pkey PRIMARY KEY (city, id);
alter table entry add constraint entry_seq_check CHECK ((seq > 0));
CREATE INDEX entry_noun ON entry USING btree (city, noun);
create policy entry_administrators on entry for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['administrator'::text, 'system'::text]));
create policy entry_not_debarment on entry as restrictive for all to huiyin_app
  using noun <> 'debarment'::text OR (( SELECT app_role() AS app_role)) = 'system'::text;
create policy entry_not_told_apart on entry as restrictive for all to huiyin_app
  using noun <> 'told-apart'::text OR (( SELECT app_role() AS app_role)) = 'system'::text;
grant insert, select on entry to huiyin_app;
grant update (seq, hash, at, state) on entry to huiyin_app;

create table erasure_due (
  city integer not null,
  subject uuid not null,
  due_at timestamp with time zone not null,
  last_act timestamp with time zone not null,
  matters integer not null,
  listed_at timestamp with time zone not null
);
alter table erasure_due add constraint erasure_due_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table erasure_due add constraint erasure_due_pkey PRIMARY KEY (city, subject);
CREATE INDEX erasure_due_at ON erasure_due USING btree (city, due_at, subject);
create policy erasure_due_keepers on erasure_due for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['administrator'::text, 'system'::text]));
create policy erasure_due_sealed on erasure_due as restrictive for all to huiyin_app
  using (( SELECT app_role() AS app_role)) <> 'administrator'::text OR raised_sealed(subject) = 'none'::text;
grant delete, insert, select on erasure_due to huiyin_app;
grant update (due_at, last_act, matters) on erasure_due to huiyin_app;

create table erasure_wish (
  city integer not null,
  id uuid not null,
  originator uuid not null,
  at timestamp with time zone not null,
  settled_at timestamp with time zone,
  how text,
  reason text default ''::text not null,
  seat uuid
);
alter table erasure_wish add constraint erasure_wish_check CHECK (((settled_at IS NULL) = (how IS NULL)));
alter table erasure_wish add constraint erasure_wish_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table erasure_wish add constraint erasure_wish_city_originator_fkey FOREIGN KEY (city, originator) REFERENCES originator(city, id);
alter table erasure_wish add constraint erasure_wish_how_check CHECK ((how = ANY (ARRAY['erased'::text, 'declined'::text])));
alter table erasure_wish add constraint erasure_wish_pkey PRIMARY KEY (city, id);
CREATE UNIQUE INDEX erasure_wish_open ON erasure_wish USING btree (city, originator) WHERE (settled_at IS NULL);
CREATE INDEX erasure_wish_originator ON erasure_wish USING btree (city, originator, id);
create policy erasure_wish_add on erasure_wish for insert to huiyin_app
  with check city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = 'system'::text OR (( SELECT app_role() AS app_role)) = 'originator'::text AND originator = (( SELECT app_seat() AS app_seat)));
create policy erasure_wish_read on erasure_wish for select to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (((( SELECT app_role() AS app_role)) = ANY (ARRAY['administrator'::text, 'system'::text])) OR (( SELECT app_role() AS app_role)) = 'originator'::text AND originator = (( SELECT app_seat() AS app_seat)));
create policy erasure_wish_sealed on erasure_wish as restrictive for all to huiyin_app
  using (( SELECT app_role() AS app_role)) <> 'administrator'::text OR raised_sealed(originator) = 'none'::text;
create policy erasure_wish_settle on erasure_wish for update to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['administrator'::text, 'system'::text]));
grant insert, select on erasure_wish to huiyin_app;
grant update (settled_at, how, reason, seat) on erasure_wish to huiyin_app;

create table fact_base (
  city integer not null,
  mechanism text not null,
  as_of timestamp with time zone not null
);
alter table fact_base add constraint fact_base_pkey PRIMARY KEY (city, mechanism);
create policy fact_base_made on fact_base for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
create policy fact_base_read on fact_base for select to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) <> 'originator'::text;
grant delete, insert, select on fact_base to huiyin_app;

create table fact_sum (
  city integer not null,
  mechanism text not null,
  month date not null,
  lead uuid not null,
  marks bigint not null,
  n integer not null,
  bounces integer not null,
  returns integer not null,
  reopenings integer not null
);
alter table fact_sum add constraint fact_sum_city_mechanism_fkey FOREIGN KEY (city, mechanism) REFERENCES fact_base(city, mechanism) ON DELETE CASCADE;
alter table fact_sum add constraint fact_sum_pkey PRIMARY KEY (city, mechanism, month, lead, marks);
create policy fact_sum_made on fact_sum for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
create policy fact_sum_read on fact_sum for select to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) <> 'originator'::text;
grant delete, insert, select on fact_sum to huiyin_app;

create table file (
  city integer not null,
  id uuid not null,
  name text not null,
  media_type text not null,
  size integer not null,
  sha256 bytea not null,
  uploaded_by uuid,
  created_at timestamp with time zone default now() not null,
  erased_at timestamp with time zone,
  erased_by uuid,
  about text,
  kept text,
  replaced_by uuid
);
alter table file add constraint file_about_check CHECK ((about <> ''::text));
alter table file add constraint file_check CHECK (((erased_at IS NULL) = (erased_by IS NULL)));
alter table file add constraint file_check1 CHECK (((kept IS NULL) OR (about IS NOT NULL)));
alter table file add constraint file_city_erased_by_fkey FOREIGN KEY (city, erased_by) REFERENCES originator(city, id);
alter table file add constraint file_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table file add constraint file_city_replaced_by_fkey FOREIGN KEY (city, replaced_by) REFERENCES file(city, id);
alter table file add constraint file_kept_check CHECK ((kept <> ''::text));
alter table file add constraint file_name_check CHECK ((name <> ''::text));
alter table file add constraint file_pkey PRIMARY KEY (city, id);
alter table file add constraint file_sha256_check CHECK ((length(sha256) = 32));
alter table file add constraint file_size_check CHECK ((size > 0));
CREATE INDEX file_created ON file USING btree (city, created_at);
CREATE INDEX file_erased ON file USING btree (city, erased_by, id) WHERE (erased_by IS NOT NULL);
CREATE INDEX file_erased_bytes ON file USING btree (city, sha256) WHERE (erased_by IS NOT NULL);
CREATE INDEX file_replaced ON file USING btree (city, id) WHERE (replaced_by IS NOT NULL);
CREATE INDEX file_sha256 ON file USING btree (sha256);
CREATE INDEX file_uploaded_by ON file USING btree (city, uploaded_by) WHERE (uploaded_by IS NOT NULL);
create policy file_add on file for insert to huiyin_app
  with check city = (( SELECT app_city() AS app_city)) AND NOT uploaded_by IS DISTINCT FROM (( SELECT app_seat() AS app_seat));
create policy file_read on file for select to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (((( SELECT app_role() AS app_role)) = ANY (ARRAY['supervisor'::text, 'mayor'::text, 'system'::text])) OR uploaded_by = (( SELECT app_seat() AS app_seat)) OR ( SELECT true
   FROM attachment a
  WHERE a.city = file.city AND a.file = file.id
 LIMIT 1));
create policy file_sweep on file for delete to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
create policy file_unsealed on file as restrictive for select to huiyin_app
  using about IS NULL OR (( SELECT app_role() AS app_role)) = 'system'::text OR uploaded_by = (( SELECT app_seat() AS app_seat)) OR ( SELECT true
   FROM attachment a
  WHERE a.city = file.city AND a.file = file.id
 LIMIT 1) OR ( SELECT true
   FROM debarment d
  WHERE d.city = file.city AND d.file = file.id
 LIMIT 1) OR ( SELECT true
   FROM debarment_proof p
  WHERE p.city = file.city AND p.file = file.id
 LIMIT 1);
grant delete, insert, select on file to huiyin_app;

create table first_steps (
  city integer not null,
  rules_seen_at timestamp with time zone,
  dismissed_at timestamp with time zone
);
alter table first_steps add constraint first_steps_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table first_steps add constraint first_steps_pkey PRIMARY KEY (city);
create policy first_steps_administrators on first_steps for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['administrator'::text, 'system'::text]))
  with check city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['administrator'::text, 'system'::text]));
grant insert, select, update on first_steps to huiyin_app;

create table hot_topics (
  city integer not null,
  week date not null,
  counted_at timestamp with time zone not null,
  registered integer not null,
  read integer not null,
  topics jsonb not null
);
alter table hot_topics add constraint hot_topics_check CHECK ((read <= registered));
alter table hot_topics add constraint hot_topics_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table hot_topics add constraint hot_topics_pkey PRIMARY KEY (city, week);
alter table hot_topics add constraint hot_topics_week_check CHECK ((EXTRACT(isodow FROM week) = (1)::numeric));
create policy hot_topics_count on hot_topics for insert to huiyin_app
  with check city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
create policy hot_topics_recount on hot_topics for update to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text
  with check city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
create policy hot_topics_see on hot_topics for select to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['supervisor'::text, 'mayor'::text, 'system'::text]));
grant insert, select, update on hot_topics to huiyin_app;

create table interest (
  city integer not null,
  id uuid not null,
  account uuid not null,
  kind text not null,
  enterprise uuid,
  said text,
  declared_at timestamp with time zone not null,
  ended_at timestamp with time zone
);
alter table interest add constraint interest_check CHECK (((kind = 'none'::text) = (enterprise IS NULL)));
alter table interest add constraint interest_city_account_fkey FOREIGN KEY (city, account) REFERENCES account(city, id);
alter table interest add constraint interest_city_enterprise_fkey FOREIGN KEY (city, enterprise) REFERENCES enterprise(city, id);
alter table interest add constraint interest_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table interest add constraint interest_kind_check CHECK ((kind = ANY (ARRAY['none'::text, 'works'::text, 'family'::text, 'represented'::text])));
alter table interest add constraint interest_pkey PRIMARY KEY (city, id);
CREATE INDEX interest_of ON interest USING btree (city, account) WHERE (ended_at IS NULL);
create policy interest_own on interest for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = 'system'::text OR account = (( SELECT s.account
   FROM seat s
  WHERE s.city = interest.city AND s.id = (( SELECT app_seat() AS app_seat)))));
grant insert, select on interest to huiyin_app;
grant update (ended_at) on interest to huiyin_app;

create table listing (
  city integer not null,
  matter uuid not null,
  number text not null,
  title text not null,
  lead uuid,
  until date not null,
  listed_at timestamp with time zone not null,
  delisted_at timestamp with time zone,
  result text,
  promise text,
  promised_by date,
  paused_on date,
  answered_on date
);
alter table listing add constraint listing_check CHECK (((delisted_at IS NULL) = (result IS NULL)));
alter table listing add constraint listing_check1 CHECK (((promise IS NULL) OR (promised_by IS NOT NULL)));
alter table listing add constraint listing_city_lead_fkey FOREIGN KEY (city, lead) REFERENCES unit(city, id);
alter table listing add constraint listing_city_matter_fkey FOREIGN KEY (city, matter) REFERENCES matter(city, id) DEFERRABLE INITIALLY DEFERRED;
alter table listing add constraint listing_city_number_key UNIQUE (city, number);
alter table listing add constraint listing_pkey PRIMARY KEY (city, matter);
alter table listing add constraint listing_title_check CHECK ((title <> ''::text));
CREATE INDEX listing_done ON listing USING btree (city, delisted_at, number) WHERE (delisted_at IS NOT NULL);
CREATE INDEX listing_open ON listing USING btree (city, until, number) WHERE (delisted_at IS NULL);
create policy listing_add on listing for insert to huiyin_app
  with check city = (( SELECT app_city() AS app_city)) AND ( SELECT true
   FROM matter m
  WHERE m.city = listing.city AND m.id = listing.matter);
create policy listing_change on listing for update to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ( SELECT true
   FROM matter m
  WHERE m.city = listing.city AND m.id = listing.matter);
create policy listing_city on listing for select to huiyin_app
  using city = (( SELECT app_city() AS app_city));
create policy listing_remove on listing for delete to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) <> 'originator'::text AND ( SELECT true
   FROM matter m
  WHERE m.city = listing.city AND m.id = listing.matter);
grant delete, insert, select, update on listing to huiyin_app;

create table login (
  login text not null,
  city integer not null,
  account uuid not null
);
alter table login add constraint login_city_account_fkey FOREIGN KEY (city, account) REFERENCES account(city, id) ON DELETE CASCADE;
alter table login add constraint login_pkey PRIMARY KEY (login);
CREATE INDEX login_account ON login USING btree (city, account);

create table matter (
  city integer not null,
  id uuid not null,
  mechanism text not null,
  version integer not null,
  number text not null,
  n integer not null,
  round uuid,
  stage text not null,
  phase text not null,
  area text,
  lead uuid,
  units uuid[] not null,
  open_to_city boolean not null,
  due_at timestamp with time zone not null,
  todo text,
  todo_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  seq integer not null,
  hash bytea not null,
  state text not null,
  confidential boolean default false not null,
  paused boolean default false not null,
  bounces integer default 0 not null,
  registered_at timestamp with time zone not null,
  originators uuid[] default '{}'::uuid[] not null,
  slip text,
  listed boolean default false not null,
  raised_to uuid,
  raised_at timestamp with time zone default 'infinity'::timestamp with time zone not null,
  parent uuid,
  helpers uuid[] default '{}'::uuid[] not null,
  catalogue text,
  item text,
  sealed boolean default false not null,
  recurs_on date,
  green boolean default false not null
);
alter table matter add constraint matter_catalogue_item CHECK (((catalogue IS NULL) = (item IS NULL)));
alter table matter add constraint matter_city_mechanism_version_fkey FOREIGN KEY (city, mechanism, version) REFERENCES mechanism(city, key, version);
alter table matter add constraint matter_city_number_key UNIQUE (city, number);
alter table matter add constraint matter_city_round_fkey FOREIGN KEY (city, round) REFERENCES round(city, id);
alter table matter add constraint matter_not_below_itself CHECK ((parent <> id));
alter table matter add constraint matter_parent FOREIGN KEY (city, parent) REFERENCES matter(city, id);
alter table matter add constraint matter_phase_check CHECK ((phase = ANY (ARRAY['open'::text, 'assigned'::text, 'working'::text, 'answered'::text, 'closed'::text])));
alter table matter add constraint matter_pkey PRIMARY KEY (city, id);
alter table matter add constraint matter_slip_check CHECK ((slip = ANY (ARRAY['blue'::text, 'yellow'::text, 'orange'::text, 'red'::text])));
CREATE INDEX matter_area ON matter USING btree (city, area, id, phase, stage);
CREATE INDEX matter_bounced ON matter USING btree (city, id) WHERE (bounces > 0);
CREATE UNIQUE INDEX matter_catalogue ON matter USING btree (city, mechanism, catalogue, item) WHERE (catalogue IS NOT NULL);
CREATE INDEX matter_children ON matter USING btree (city, parent, id) WHERE (parent IS NOT NULL);
CREATE INDEX matter_confidential ON matter USING btree (city, id) WHERE confidential;
CREATE INDEX matter_due ON matter USING btree (city, due_at, id, phase, stage, area) INCLUDE (open_to_city, units, originators, parent, confidential, helpers, sealed) WHERE (phase <> 'closed'::text);
CREATE INDEX matter_erasing ON matter USING btree (city, id) WHERE (sealed AND (phase = 'closed'::text) AND ((((state)::jsonb -> 'erasing'::text) -> 'agreed'::text) = 'null'::jsonb));
CREATE INDEX matter_green ON matter USING btree (city, id) WHERE green;
CREATE INDEX matter_helpers ON matter USING gin (helpers) WHERE (helpers <> '{}'::uuid[]);
CREATE INDEX matter_listed ON matter USING btree (city, id) WHERE listed;
CREATE INDEX matter_mechanism ON matter USING btree (city, mechanism, id) INCLUDE (area, open_to_city);
CREATE INDEX matter_originators ON matter USING gin (originators) WHERE (originators <> '{}'::uuid[]);
CREATE INDEX matter_paused ON matter USING btree (city, id) WHERE paused;
CREATE INDEX matter_phase_newest ON matter USING btree (city, phase, id);
CREATE INDEX matter_raised ON matter USING btree (city, raised_to, raised_at, id) INCLUDE (open_to_city, units, originators, parent, confidential, helpers, sealed) WHERE (raised_to IS NOT NULL);
CREATE INDEX matter_raised_moved ON matter USING btree (city, updated_at) WHERE (originators <> '{}'::uuid[]);
CREATE INDEX matter_raised_newest ON matter USING btree (city, id) WHERE (raised_to IS NOT NULL);
CREATE INDEX matter_recurs_on ON matter USING btree (city, recurs_on, id) WHERE (recurs_on IS NOT NULL);
CREATE INDEX matter_registered ON matter USING btree (city, registered_at, id);
CREATE INDEX matter_review ON matter USING btree (city, todo_at, id) WHERE (todo = 'review'::text);
CREATE INDEX matter_round ON matter USING btree (city, round, n);
CREATE INDEX matter_sealed ON matter USING btree (city, id) INCLUDE (helpers, originators) WHERE sealed;
CREATE INDEX matter_slip ON matter USING btree (city, slip, id) WHERE (slip IS NOT NULL);
CREATE INDEX matter_stage ON matter USING btree (city, stage, id, area);
CREATE INDEX matter_struck_off ON matter USING btree (city, mechanism, updated_at) WHERE (phase = 'closed'::text);
CREATE INDEX matter_todo ON matter USING btree (city, todo_at, id) INCLUDE (open_to_city, units, originators, parent, confidential, helpers, sealed) WHERE (todo IS NOT NULL);
CREATE TRIGGER matter_keeps_parent BEFORE UPDATE OF parent ON matter FOR EACH ROW EXECUTE FUNCTION refuse_another_parent();
create policy matter_act on matter for update to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (((( SELECT app_role() AS app_role)) = ANY (ARRAY['supervisor'::text, 'mayor'::text, 'system'::text])) OR (( SELECT app_role() AS app_role)) <> 'originator'::text AND (open_to_city OR units && (( SELECT app_units() AS app_units)) OR ((( SELECT app_seat() AS app_seat)) = ANY (helpers))) OR (( SELECT app_role() AS app_role)) = 'originator'::text AND ((( SELECT app_seat() AS app_seat)) = ANY (originators)) OR parent IS NOT NULL AND readable_from_above(parent, confidential, ( SELECT app_role() AS app_role), ( SELECT app_units() AS app_units), ( SELECT app_seat() AS app_seat)))
  with check city = (( SELECT app_city() AS app_city));
create policy matter_read on matter for select to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (((( SELECT app_role() AS app_role)) = ANY (ARRAY['supervisor'::text, 'mayor'::text, 'system'::text])) OR (( SELECT app_role() AS app_role)) <> 'originator'::text AND (open_to_city OR units && (( SELECT app_units() AS app_units)) OR ((( SELECT app_seat() AS app_seat)) = ANY (helpers))) OR (( SELECT app_role() AS app_role)) = 'originator'::text AND ((( SELECT app_seat() AS app_seat)) = ANY (originators)) OR parent IS NOT NULL AND readable_from_above(parent, confidential, ( SELECT app_role() AS app_role), ( SELECT app_units() AS app_units), ( SELECT app_seat() AS app_seat)));
create policy matter_register on matter for insert to huiyin_app
  with check city = (( SELECT app_city() AS app_city));
create policy matter_unsealed on matter as restrictive for select to huiyin_app
  using NOT sealed OR NOT (id IN ( SELECT unnest(hidden_matters()) AS unnest));
grant insert, select, update on matter to huiyin_app;

create table matter_fact (
  city integer not null,
  matter uuid not null,
  since timestamp with time zone not null,
  until timestamp with time zone not null,
  mechanism text not null,
  lead uuid,
  category text[] not null,
  channel text,
  originator uuid,
  marks bigint not null,
  bounces integer not null,
  returns integer not null,
  reopenings integer not null,
  registered_on date not null,
  assigned_on date,
  accepted_on date,
  answered_on date,
  closed_on date,
  counted_on date,
  amount bigint
);
alter table matter_fact add constraint matter_fact_amount_check CHECK ((amount >= 0));
alter table matter_fact add constraint matter_fact_check CHECK ((since < until));
alter table matter_fact add constraint matter_fact_city_matter_fkey FOREIGN KEY (city, matter) REFERENCES matter(city, id) DEFERRABLE INITIALLY DEFERRED;
alter table matter_fact add constraint matter_fact_pkey PRIMARY KEY (city, matter, since);
CREATE INDEX matter_fact_began ON matter_fact USING btree (city, mechanism, since) WHERE (counted_on IS NOT NULL);
CREATE INDEX matter_fact_ended ON matter_fact USING btree (city, mechanism, until) WHERE ((counted_on IS NOT NULL) AND (until < 'infinity'::timestamp with time zone));
CREATE INDEX matter_fact_now ON matter_fact USING btree (city, mechanism, counted_on) INCLUDE (lead, marks) WHERE ((until = 'infinity'::timestamp with time zone) AND (counted_on IS NOT NULL));
CREATE INDEX matter_fact_then ON matter_fact USING btree (city, mechanism, counted_on) WHERE (counted_on IS NOT NULL);
CREATE TRIGGER fact_changed_in_the_past AFTER UPDATE ON matter_fact FOR EACH ROW WHEN (((new.until < (now() - '00:01:00'::interval)) OR ((old.since < (now() - '00:01:00'::interval)) AND ((((((old.lead IS DISTINCT FROM new.lead) OR (old.marks IS DISTINCT FROM new.marks)) OR (old.counted_on IS DISTINCT FROM new.counted_on)) OR (old.bounces IS DISTINCT FROM new.bounces)) OR (old.returns IS DISTINCT FROM new.returns)) OR (old.reopenings IS DISTINCT FROM new.reopenings))))) EXECUTE FUNCTION drop_fact_base();
CREATE TRIGGER fact_of_the_past AFTER INSERT ON matter_fact FOR EACH ROW WHEN ((new.since < (now() - '00:01:00'::interval))) EXECUTE FUNCTION drop_fact_base();
create policy matter_fact_of_seats on matter_fact for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) <> 'originator'::text OR ( SELECT true
   FROM matter m
  WHERE m.city = matter_fact.city AND m.id = matter_fact.matter))
  with check city = (( SELECT app_city() AS app_city));
grant insert, select, update on matter_fact to huiyin_app;

create table matter_pass (
  city integer not null,
  id uuid not null,
  matter uuid not null,
  originator uuid not null,
  kind text not null,
  hash bytea not null,
  at timestamp with time zone not null,
  expires_at timestamp with time zone
);
alter table matter_pass add constraint matter_pass_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table matter_pass add constraint matter_pass_city_originator_fkey FOREIGN KEY (city, originator) REFERENCES originator(city, id);
alter table matter_pass add constraint matter_pass_hash_check CHECK ((length(hash) = 32));
alter table matter_pass add constraint matter_pass_kind_check CHECK ((kind = ANY (ARRAY['code'::text, 'link'::text])));
alter table matter_pass add constraint matter_pass_pkey PRIMARY KEY (city, id);
CREATE UNIQUE INDEX matter_pass_hash ON matter_pass USING btree (city, hash);
CREATE INDEX matter_pass_matter ON matter_pass USING btree (city, matter);
create policy matter_pass_system on matter_pass for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
grant delete, insert, select on matter_pass to huiyin_app;

create table matter_read (
  city integer not null,
  matter uuid not null,
  seat uuid not null,
  account uuid not null,
  seq integer not null,
  at timestamp with time zone not null
);
alter table matter_read add constraint matter_read_city_account_fkey FOREIGN KEY (city, account) REFERENCES account(city, id);
alter table matter_read add constraint matter_read_city_matter_fkey FOREIGN KEY (city, matter) REFERENCES matter(city, id);
alter table matter_read add constraint matter_read_city_seat_fkey FOREIGN KEY (city, seat) REFERENCES seat(city, id);
alter table matter_read add constraint matter_read_pkey PRIMARY KEY (city, matter, seat, account);
alter table matter_read add constraint matter_read_seq_check CHECK ((seq > 0));
create policy matter_read_note on matter_read for insert to huiyin_app
  with check city = (( SELECT app_city() AS app_city)) AND seat = (( SELECT app_seat() AS app_seat)) AND account = (( SELECT app_account() AS app_account)) AND ( SELECT true
   FROM matter m
  WHERE m.city = matter_read.city AND m.id = matter_read.matter);
create policy matter_read_of_seats on matter_read as restrictive for select to huiyin_app
  using (( SELECT app_role() AS app_role)) <> 'originator'::text;
create policy matter_read_on on matter_read for update to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND seat = (( SELECT app_seat() AS app_seat)) AND account = (( SELECT app_account() AS app_account))
  with check city = (( SELECT app_city() AS app_city)) AND seat = (( SELECT app_seat() AS app_seat)) AND account = (( SELECT app_account() AS app_account)) AND ( SELECT true
   FROM matter m
  WHERE m.city = matter_read.city AND m.id = matter_read.matter);
create policy matter_read_see on matter_read for select to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (((( SELECT app_role() AS app_role)) = ANY (ARRAY['supervisor'::text, 'mayor'::text, 'system'::text])) OR ( SELECT true
   FROM matter m
  WHERE m.city = matter_read.city AND m.id = matter_read.matter));
create policy matter_read_unsealed on matter_read as restrictive for select to huiyin_app
  using NOT (matter IN ( SELECT unnest(hidden_matters()) AS unnest));
grant insert, select on matter_read to huiyin_app;
grant update (seq, at) on matter_read to huiyin_app;

create table matter_target (
  city integer not null,
  matter uuid not null,
  target text not null,
  since timestamp with time zone not null,
  until timestamp with time zone not null,
  mechanism text not null,
  quantity numeric(18,6) not null,
  value numeric(18,6),
  planned numeric(18,6),
  read_on date,
  first boolean not null,
  open boolean default false not null,
  area text
);
alter table matter_target add constraint matter_target_check CHECK ((since < until));
alter table matter_target add constraint matter_target_check1 CHECK ((((value IS NULL) = (planned IS NULL)) AND ((value IS NULL) = (read_on IS NULL))));
alter table matter_target add constraint matter_target_check2 CHECK ((open OR (area IS NULL)));
alter table matter_target add constraint matter_target_city_matter_fkey FOREIGN KEY (city, matter) REFERENCES matter(city, id) DEFERRABLE INITIALLY DEFERRED;
alter table matter_target add constraint matter_target_pkey PRIMARY KEY (city, matter, target, since);
CREATE INDEX matter_target_now ON matter_target USING btree (city, mechanism, matter) INCLUDE (target, first, quantity, value, planned, open, area) WHERE (until = 'infinity'::timestamp with time zone);
create policy matter_target_of_seats on matter_target for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) <> 'originator'::text
  with check city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) <> 'originator'::text;
grant insert, select, update on matter_target to huiyin_app;

create table matter_words (
  city integer not null,
  matter uuid not null,
  words text not null,
  grams tsvector not null,
  units uuid[] default '{}'::uuid[] not null,
  sealed boolean
);
alter table matter_words add constraint matter_words_city_matter_fkey FOREIGN KEY (city, matter) REFERENCES matter(city, id) DEFERRABLE INITIALLY DEFERRED;
alter table matter_words add constraint matter_words_pkey PRIMARY KEY (city, matter);
CREATE INDEX matter_words_grams ON matter_words USING gin (grams) WITH (fastupdate='on', gin_pending_list_limit='256');
CREATE INDEX matter_words_text ON matter_words USING btree (city, md5(split_part(words, ' '::text, 3)));
create policy matter_words_city on matter_words for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (((( SELECT app_role() AS app_role)) = ANY (ARRAY['supervisor'::text, 'mayor'::text, 'system'::text])) OR ( SELECT true
   FROM matter m
  WHERE m.city = matter_words.city AND m.id = matter_words.matter))
  with check city = (( SELECT app_city() AS app_city));
create policy matter_words_unsealed on matter_words as restrictive for select to huiyin_app
  using NOT sealed OR NOT (matter IN ( SELECT unnest(hidden_matters()) AS unnest));
grant insert, select, update on matter_words to huiyin_app;

create table mechanism (
  city integer not null,
  key text not null,
  version integer not null,
  source text not null,
  published_at timestamp with time zone not null,
  seat uuid
);
alter table mechanism add constraint mechanism_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table mechanism add constraint mechanism_pkey PRIMARY KEY (city, key, version);
alter table mechanism add constraint mechanism_version_check CHECK ((version > 0));
create policy mechanism_city on mechanism for all to huiyin_app
  using city = (( SELECT app_city() AS app_city))
  with check city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['administrator'::text, 'system'::text]));
grant insert, select on mechanism to huiyin_app;

create table migration (
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone default now() not null
);
alter table migration add constraint migration_pkey PRIMARY KEY (name);

create table notice (
  city integer not null,
  id uuid not null,
  seat uuid not null,
  kind text not null,
  why text not null,
  subject text not null,
  act uuid,
  matter uuid,
  bulletin uuid,
  unit uuid,
  due date,
  at timestamp with time zone not null,
  on_page boolean not null,
  read_at timestamp with time zone,
  go_at timestamp with time zone,
  duty_swap uuid
);
alter table notice add constraint notice_check CHECK ((num_nonnulls(matter, bulletin, duty_swap) = 1));
alter table notice add constraint notice_city_bulletin_fkey FOREIGN KEY (city, bulletin) REFERENCES bulletin(city, id);
alter table notice add constraint notice_city_duty_swap_fkey FOREIGN KEY (city, duty_swap) REFERENCES duty_swap(city, id);
alter table notice add constraint notice_city_matter_fkey FOREIGN KEY (city, matter) REFERENCES matter(city, id);
alter table notice add constraint notice_city_seat_fkey FOREIGN KEY (city, seat) REFERENCES seat(city, id);
alter table notice add constraint notice_city_seat_subject_key UNIQUE (city, seat, subject);
alter table notice add constraint notice_pkey PRIMARY KEY (city, id);
CREATE INDEX notice_going ON notice USING btree (city, go_at) INCLUDE (seat) WHERE (go_at IS NOT NULL);
CREATE INDEX notice_newest ON notice USING btree (city, seat, id DESC) WHERE on_page;
CREATE INDEX notice_unread ON notice USING btree (city, seat, id DESC) INCLUDE (matter) WHERE (on_page AND (read_at IS NULL));
create policy notice_change on notice for update to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (seat = (( SELECT app_seat() AS app_seat)) OR (( SELECT app_role() AS app_role)) = 'system'::text);
create policy notice_read on notice for select to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (seat = (( SELECT app_seat() AS app_seat)) OR (( SELECT app_role() AS app_role)) = 'system'::text);
create policy notice_tell on notice for insert to huiyin_app
  with check city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
create policy notice_unsealed on notice as restrictive for select to huiyin_app
  using matter IS NULL OR NOT (matter IN ( SELECT unnest(hidden_matters()) AS unnest));
grant insert, select on notice to huiyin_app;
grant update (read_at, go_at) on notice to huiyin_app;

create table notice_choice (
  city integer not null,
  account uuid not null,
  kind text not null,
  channels text[] not null
);
alter table notice_choice add constraint notice_choice_city_account_fkey FOREIGN KEY (city, account) REFERENCES account(city, id);
alter table notice_choice add constraint notice_choice_pkey PRIMARY KEY (city, account, kind);
create policy notice_choice_own on notice_choice for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (account = (( SELECT app_account() AS app_account)) OR (( SELECT app_role() AS app_role)) = 'system'::text);
grant delete, insert, select, update on notice_choice to huiyin_app;

create table notice_mail (
  city integer not null,
  account uuid not null,
  address text not null,
  confirmed_at timestamp with time zone,
  code_hash bytea,
  code_until timestamp with time zone,
  sent_at timestamp with time zone not null,
  wrong integer default 0 not null
);
alter table notice_mail add constraint notice_mail_address_check CHECK ((address <> ''::text));
alter table notice_mail add constraint notice_mail_city_account_fkey FOREIGN KEY (city, account) REFERENCES account(city, id);
alter table notice_mail add constraint notice_mail_pkey PRIMARY KEY (city, account);
create policy notice_mail_own on notice_mail for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (account = (( SELECT app_account() AS app_account)) OR (( SELECT app_role() AS app_role)) = 'system'::text);
grant delete, insert, select, update on notice_mail to huiyin_app;

create table notice_setting (
  city integer not null,
  account uuid not null,
  language text not null,
  digest_at integer not null,
  promptly boolean not null
);
alter table notice_setting add constraint notice_setting_city_account_fkey FOREIGN KEY (city, account) REFERENCES account(city, id);
alter table notice_setting add constraint notice_setting_digest_at_check CHECK (((digest_at >= 0) AND (digest_at <= 1439)));
alter table notice_setting add constraint notice_setting_language_check CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text])));
alter table notice_setting add constraint notice_setting_pkey PRIMARY KEY (city, account);
create policy notice_setting_own on notice_setting for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (account = (( SELECT app_account() AS app_account)) OR (( SELECT app_role() AS app_role)) = 'system'::text);
grant delete, insert, select, update on notice_setting to huiyin_app;

create table notice_webhook (
  city integer not null,
  account uuid not null,
  form text not null,
  url text not null,
  secret text not null,
  tested_at timestamp with time zone
);
alter table notice_webhook add constraint notice_webhook_city_account_fkey FOREIGN KEY (city, account) REFERENCES account(city, id);
alter table notice_webhook add constraint notice_webhook_form_check CHECK ((form = ANY (ARRAY['plain'::text, 'wecom'::text, 'dingtalk'::text])));
alter table notice_webhook add constraint notice_webhook_pkey PRIMARY KEY (city, account);
create policy notice_webhook_own on notice_webhook for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (account = (( SELECT app_account() AS app_account)) OR (( SELECT app_role() AS app_role)) = 'system'::text);
grant delete, insert, select, update on notice_webhook to huiyin_app;

create table number_series (
  city integer not null,
  series text not null,
  last integer not null
);
alter table number_series add constraint number_series_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table number_series add constraint number_series_last_check CHECK ((last > 0));
alter table number_series add constraint number_series_pkey PRIMARY KEY (city, series);
create policy number_series_city on number_series for all to huiyin_app
  using city = (( SELECT app_city() AS app_city));
grant insert, select, update on number_series to huiyin_app;

create table one_time_code (
  city integer not null,
  id uuid not null,
  originator uuid,
  lookup bytea not null,
  address text not null,
  hash bytea not null,
  at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  tries integer default 0 not null,
  used_at timestamp with time zone
);
alter table one_time_code add constraint one_time_code_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table one_time_code add constraint one_time_code_hash_check CHECK ((length(hash) = 32));
alter table one_time_code add constraint one_time_code_lookup_check CHECK ((length(lookup) = 32));
alter table one_time_code add constraint one_time_code_pkey PRIMARY KEY (city, id);
CREATE INDEX one_time_code_address ON one_time_code USING btree (city, address, at);
CREATE INDEX one_time_code_lookup ON one_time_code USING btree (city, lookup, at);
create policy one_time_code_system on one_time_code for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
grant delete, insert, select on one_time_code to huiyin_app;
grant update (tries, used_at) on one_time_code to huiyin_app;

create table originator (
  city integer not null,
  id uuid not null,
  kind text not null,
  enterprise uuid,
  proven boolean not null,
  claims text,
  erased_at timestamp with time zone,
  language text default 'zh'::text not null
);
alter table originator add constraint originator_check CHECK (((enterprise IS NOT NULL) OR (NOT proven)));
alter table originator add constraint originator_city_enterprise_fkey FOREIGN KEY (city, enterprise) REFERENCES enterprise(city, id);
alter table originator add constraint originator_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table originator add constraint originator_claims_check CHECK ((length(claims) = 18));
alter table originator add constraint originator_kind_check CHECK ((kind = ANY (ARRAY['enterprise'::text, 'person'::text, 'unknown'::text])));
alter table originator add constraint originator_language_check CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text])));
alter table originator add constraint originator_pkey PRIMARY KEY (city, id);
CREATE INDEX originator_by_claim ON originator USING btree (city, claims) WHERE ((enterprise IS NULL) AND (claims IS NOT NULL));
CREATE INDEX originator_by_enterprise ON originator USING btree (city, enterprise) WHERE (enterprise IS NOT NULL);
CREATE UNIQUE INDEX originator_enterprise ON originator USING btree (city, enterprise) WHERE (proven AND (erased_at IS NULL));
CREATE TRIGGER originator_erased AFTER UPDATE OF erased_at ON originator FOR EACH ROW WHEN (((old.erased_at IS NULL) AND (new.erased_at IS NOT NULL))) EXECUTE FUNCTION settle_erasures();
create policy originator_add on originator for insert to huiyin_app
  with check city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['administrator'::text, 'system'::text]));
create policy originator_change on originator for update to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['administrator'::text, 'system'::text]));
create policy originator_read on originator for select to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (((( SELECT app_role() AS app_role)) = ANY (ARRAY['supervisor'::text, 'mayor'::text, 'administrator'::text, 'system'::text])) OR id = (( SELECT app_seat() AS app_seat)) AND (( SELECT app_role() AS app_role)) = 'originator'::text);
grant insert, select on originator to huiyin_app;
grant update (kind, enterprise, proven, claims, erased_at, language) on originator to huiyin_app;

create table originator_session (
  city integer not null,
  token_hash bytea not null,
  originator uuid not null,
  matter uuid,
  at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null
);
alter table originator_session add constraint originator_session_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table originator_session add constraint originator_session_city_originator_fkey FOREIGN KEY (city, originator) REFERENCES originator(city, id);
alter table originator_session add constraint originator_session_pkey PRIMARY KEY (city, token_hash);
alter table originator_session add constraint originator_session_token_hash_check CHECK ((length(token_hash) = 32));
CREATE INDEX originator_session_originator ON originator_session USING btree (city, originator);
create policy originator_session_system on originator_session for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
grant delete, insert, select on originator_session to huiyin_app;
grant update (seen_at) on originator_session to huiyin_app;

create table outbox (
  city integer not null,
  id uuid not null,
  stream uuid not null
);
alter table outbox add constraint outbox_pkey PRIMARY KEY (city, id);
create policy outbox_lock on outbox for update to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text
  with check false;
create policy outbox_put on outbox for insert to huiyin_app
  with check city = (( SELECT app_city() AS app_city));
create policy outbox_read on outbox for select to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
create policy outbox_take on outbox for delete to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
grant delete, insert, select, update on outbox to huiyin_app;

create table published_answer (
  city integer not null,
  matter uuid not null,
  id uuid not null,
  question text not null,
  answer text not null,
  scheme text,
  category text,
  published_at timestamp with time zone not null,
  words text not null,
  grams tsvector not null
);
alter table published_answer add constraint published_answer_answer_check CHECK ((answer <> ''::text));
alter table published_answer add constraint published_answer_city_id_key UNIQUE (city, id);
alter table published_answer add constraint published_answer_city_matter_fkey FOREIGN KEY (city, matter) REFERENCES matter(city, id);
alter table published_answer add constraint published_answer_pkey PRIMARY KEY (city, matter);
alter table published_answer add constraint published_answer_question_check CHECK ((question <> ''::text));
CREATE INDEX published_answer_category ON published_answer USING btree (city, category, id DESC);
CREATE INDEX published_answer_grams ON published_answer USING gin (grams) WITH (fastupdate=off);
CREATE INDEX published_answer_newest ON published_answer USING btree (city, id DESC);
create policy published_answer_change on published_answer for update to huiyin_app
  using city = (( SELECT app_city() AS app_city))
  with check city = (( SELECT app_city() AS app_city));
create policy published_answer_publish on published_answer for insert to huiyin_app
  with check city = (( SELECT app_city() AS app_city));
create policy published_answer_see on published_answer for select to huiyin_app
  using city = (( SELECT app_city() AS app_city));
create policy published_answer_withdraw on published_answer for delete to huiyin_app
  using city = (( SELECT app_city() AS app_city));
grant delete, insert, select, update on published_answer to huiyin_app;

create table ranking_held (
  city integer not null,
  mechanism text not null,
  first_day date not null,
  last_day date not null,
  held_at timestamp with time zone not null
);
alter table ranking_held add constraint ranking_held_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table ranking_held add constraint ranking_held_pkey PRIMARY KEY (city, mechanism, first_day, last_day);
create policy ranking_held_read on ranking_held for select to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) <> ALL (ARRAY['originator'::text, 'system'::text]));
create policy ranking_held_system on ranking_held for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
grant insert, select on ranking_held to huiyin_app;

create table refused_request (
  city integer not null,
  source uuid not null,
  external text not null,
  code text not null,
  problem jsonb not null,
  times integer default 1 not null,
  at timestamp with time zone not null
);
alter table refused_request add constraint refused_request_city_source_fkey FOREIGN KEY (city, source) REFERENCES source(city, id);
alter table refused_request add constraint refused_request_pkey PRIMARY KEY (city, source, external, code);
alter table refused_request add constraint refused_request_times_check CHECK ((times > 0));
CREATE INDEX refused_request_at ON refused_request USING btree (city, source, at);
create policy refused_request_read on refused_request for select to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'administrator'::text;
create policy refused_request_system on refused_request for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
grant delete, insert, select on refused_request to huiyin_app;
grant update (problem, times, at) on refused_request to huiyin_app;

create table round (
  city integer not null,
  id uuid not null,
  mechanism text not null,
  version integer not null,
  year integer not null,
  number integer not null,
  name text not null,
  held_on date not null,
  attendees jsonb not null,
  draft uuid,
  opened_by text not null,
  seq integer not null,
  hash bytea not null,
  created_at timestamp with time zone not null
);
alter table round add constraint round_city_mechanism_version_fkey FOREIGN KEY (city, mechanism, version) REFERENCES mechanism(city, key, version);
alter table round add constraint round_city_mechanism_year_number_key UNIQUE (city, mechanism, year, number);
alter table round add constraint round_number_check CHECK ((number > 0));
alter table round add constraint round_pkey PRIMARY KEY (city, id);
CREATE INDEX round_newest ON round USING btree (city, held_on DESC, id DESC);
create policy round_city on round for all to huiyin_app
  using city = (( SELECT app_city() AS app_city));
create policy round_of_seats on round as restrictive for select to huiyin_app
  using (( SELECT app_role() AS app_role)) <> 'originator'::text;
grant insert, select on round to huiyin_app;

create table saved_view (
  city integer not null,
  id uuid not null,
  seat uuid not null,
  unit uuid,
  name text not null,
  search text not null,
  shared text not null,
  updated_at timestamp with time zone not null
);
alter table saved_view add constraint saved_view_check CHECK (((shared <> 'unit'::text) OR (unit IS NOT NULL)));
alter table saved_view add constraint saved_view_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table saved_view add constraint saved_view_name_check CHECK ((name <> ''::text));
alter table saved_view add constraint saved_view_pkey PRIMARY KEY (city, id);
alter table saved_view add constraint saved_view_shared_check CHECK ((shared = ANY (ARRAY['own'::text, 'unit'::text, 'city'::text])));
CREATE INDEX saved_view_city ON saved_view USING btree (city, id) WHERE (shared = 'city'::text);
CREATE INDEX saved_view_seat ON saved_view USING btree (city, seat);
CREATE INDEX saved_view_unit ON saved_view USING btree (city, unit) WHERE (shared = 'unit'::text);
create policy saved_view_add on saved_view for insert to huiyin_app
  with check city = (( SELECT app_city() AS app_city)) AND seat = (( SELECT app_seat() AS app_seat)) AND (shared <> 'city'::text OR ((( SELECT app_role() AS app_role)) = ANY (ARRAY['supervisor'::text, 'administrator'::text]))) AND (unit IS NULL OR (unit = ANY ((( SELECT app_units() AS app_units))::uuid[])));
create policy saved_view_change on saved_view for update to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND seat = (( SELECT app_seat() AS app_seat))
  with check city = (( SELECT app_city() AS app_city)) AND seat = (( SELECT app_seat() AS app_seat)) AND (shared <> 'city'::text OR ((( SELECT app_role() AS app_role)) = ANY (ARRAY['supervisor'::text, 'administrator'::text]))) AND (unit IS NULL OR (unit = ANY ((( SELECT app_units() AS app_units))::uuid[])));
create policy saved_view_drop on saved_view for delete to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND seat = (( SELECT app_seat() AS app_seat));
create policy saved_view_read on saved_view for select to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (seat = (( SELECT app_seat() AS app_seat)) OR shared = 'city'::text OR shared = 'unit'::text AND (unit = ANY ((( SELECT app_units() AS app_units))::uuid[])));
grant delete, insert, select, update on saved_view to huiyin_app;

create table scheme (
  city integer not null,
  key text not null,
  version integer not null,
  name_zh text not null,
  name_en text not null,
  published_at timestamp with time zone not null,
  seat uuid
);
alter table scheme add constraint scheme_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table scheme add constraint scheme_key_check CHECK ((key <> ''::text));
alter table scheme add constraint scheme_name_en_check CHECK ((name_en <> ''::text));
alter table scheme add constraint scheme_name_zh_check CHECK ((name_zh <> ''::text));
alter table scheme add constraint scheme_pkey PRIMARY KEY (city, key, version);
alter table scheme add constraint scheme_version_check CHECK ((version > 0));
create policy scheme_city on scheme for all to huiyin_app
  using city = (( SELECT app_city() AS app_city))
  with check city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['administrator'::text, 'system'::text]));
grant insert, select on scheme to huiyin_app;

create table sealed_key (
  city integer not null,
  matter uuid not null,
  seat uuid not null,
  wrapped text not null
);
alter table sealed_key add constraint sealed_key_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table sealed_key add constraint sealed_key_pkey PRIMARY KEY (city, matter, seat);
alter table sealed_key add constraint sealed_key_wrapped_check CHECK ((wrapped <> ''::text));
create policy sealed_key_own on sealed_key for select to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND seat = (( SELECT app_seat() AS app_seat));
grant select on sealed_key to huiyin_app;

create table seat (
  city integer not null,
  id uuid not null,
  account uuid not null,
  unit uuid,
  role text not null,
  title text default ''::text not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone
);
alter table seat add constraint seat_check CHECK ((until_at > from_at));
alter table seat add constraint seat_check1 CHECK (((unit IS NOT NULL) OR (role <> ALL (ARRAY['handler'::text, 'head'::text]))));
alter table seat add constraint seat_city_account_fkey FOREIGN KEY (city, account) REFERENCES account(city, id);
alter table seat add constraint seat_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table seat add constraint seat_city_unit_fkey FOREIGN KEY (city, unit) REFERENCES unit(city, id);
alter table seat add constraint seat_pkey PRIMARY KEY (city, id);
alter table seat add constraint seat_role_check CHECK ((role = ANY (ARRAY['supervisor'::text, 'handler'::text, 'head'::text, 'mayor'::text, 'administrator'::text])));
CREATE INDEX seat_account ON seat USING btree (city, account, from_at);
CREATE INDEX seat_unit ON seat USING btree (city, unit);
CREATE TRIGGER seat_tells AFTER UPDATE OF account, unit, title, until_at ON seat FOR EACH ROW EXECUTE FUNCTION tell_caller_changed();
create policy seat_add on seat for insert to huiyin_app
  with check city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['administrator'::text, 'system'::text]));
create policy seat_change on seat for update to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['administrator'::text, 'system'::text]));
create policy seat_read on seat for select to huiyin_app
  using city = (( SELECT app_city() AS app_city));
grant insert, select on seat to huiyin_app;
grant update (account, unit, title, until_at) on seat to huiyin_app;

create table session (
  city integer not null,
  token_hash bytea not null,
  account uuid not null,
  seat uuid,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  address text default ''::text not null,
  agent text default ''::text not null
);
alter table session add constraint session_city_account_fkey FOREIGN KEY (city, account) REFERENCES account(city, id);
alter table session add constraint session_pkey PRIMARY KEY (city, token_hash);
alter table session add constraint session_token_hash_check CHECK ((length(token_hash) = 32));
CREATE INDEX session_account ON session USING btree (city, account);
CREATE TRIGGER session_end_tells AFTER DELETE ON session FOR EACH ROW EXECUTE FUNCTION tell_caller_changed();
CREATE TRIGGER session_seat_tells AFTER UPDATE OF seat ON session FOR EACH ROW EXECUTE FUNCTION tell_caller_changed();

create table setup_code (
  one boolean default true not null,
  hash bytea not null,
  attempts integer default 0 not null,
  expires_at timestamp with time zone not null
);
alter table setup_code add constraint setup_code_attempts_check CHECK ((attempts >= 0));
alter table setup_code add constraint setup_code_hash_check CHECK ((length(hash) = 32));
alter table setup_code add constraint setup_code_one_check CHECK (one);
alter table setup_code add constraint setup_code_pkey PRIMARY KEY (one);

create table sheet_heads (
  city integer not null,
  seat uuid not null,
  digest bytea not null,
  mapping text not null,
  used_at timestamp with time zone not null
);
alter table sheet_heads add constraint sheet_heads_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table sheet_heads add constraint sheet_heads_digest_check CHECK ((length(digest) = 32));
alter table sheet_heads add constraint sheet_heads_pkey PRIMARY KEY (city, seat, digest);
create policy sheet_heads_own on sheet_heads for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND seat = (( SELECT app_seat() AS app_seat))
  with check city = (( SELECT app_city() AS app_city)) AND seat = (( SELECT app_seat() AS app_seat));
grant delete, insert, select, update on sheet_heads to huiyin_app;

create table sheet_import (
  city integer not null,
  id uuid not null,
  seat uuid not null,
  digest bytea not null,
  sheet text not null,
  headings text not null,
  mapping text not null,
  names text default '{}'::text not null,
  notes text not null,
  remembered boolean not null
);
alter table sheet_import add constraint sheet_import_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table sheet_import add constraint sheet_import_city_id_fkey FOREIGN KEY (city, id) REFERENCES transfer(city, id) ON DELETE CASCADE;
alter table sheet_import add constraint sheet_import_city_seat_digest_key UNIQUE (city, seat, digest);
alter table sheet_import add constraint sheet_import_digest_check CHECK ((length(digest) = 32));
alter table sheet_import add constraint sheet_import_pkey PRIMARY KEY (city, id);
create policy sheet_import_own on sheet_import for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (seat = (( SELECT app_seat() AS app_seat)) OR (( SELECT app_role() AS app_role)) = 'system'::text)
  with check city = (( SELECT app_city() AS app_city)) AND (seat = (( SELECT app_seat() AS app_seat)) OR (( SELECT app_role() AS app_role)) = 'system'::text);
grant delete, insert, select, update on sheet_import to huiyin_app;

create table sheet_row (
  city integer not null,
  import uuid not null,
  n integer not null,
  act uuid not null,
  cells text not null,
  fix text default '{}'::text not null,
  plan text default '{}'::text not null,
  issues text default '[]'::text not null,
  state text not null,
  picked boolean,
  chosen boolean not null,
  matter uuid,
  unvalued text default '[]'::text not null
);
alter table sheet_row add constraint sheet_row_check CHECK ((NOT (chosen AND (state = 'fault'::text))));
alter table sheet_row add constraint sheet_row_check1 CHECK (((state = 'imported'::text) = (matter IS NOT NULL)));
alter table sheet_row add constraint sheet_row_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table sheet_row add constraint sheet_row_city_import_fkey FOREIGN KEY (city, import) REFERENCES sheet_import(city, id) ON DELETE CASCADE;
alter table sheet_row add constraint sheet_row_pkey PRIMARY KEY (city, import, n);
alter table sheet_row add constraint sheet_row_state_check CHECK ((state = ANY (ARRAY['ready'::text, 'doubt'::text, 'fault'::text, 'imported'::text, 'refused'::text])));
create policy sheet_row_own on sheet_row for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ( SELECT true
   FROM sheet_import i
  WHERE i.city = sheet_row.city AND i.id = sheet_row.import)
  with check city = (( SELECT app_city() AS app_city)) AND ( SELECT true
   FROM sheet_import i
  WHERE i.city = sheet_row.city AND i.id = sheet_row.import);
grant delete, insert, select, update on sheet_row to huiyin_app;

create table sign_in_attempt (
  id bigint generated always as identity not null,
  login text not null,
  address text not null,
  at timestamp with time zone not null
);
alter table sign_in_attempt add constraint sign_in_attempt_pkey PRIMARY KEY (id);
CREATE INDEX sign_in_attempt_address ON sign_in_attempt USING btree (address, at);
CREATE INDEX sign_in_attempt_login ON sign_in_attempt USING btree (login, at);

create table signing_key (
  city integer not null,
  id text not null,
  public bytea not null,
  created_at timestamp with time zone not null
);
alter table signing_key add constraint signing_key_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table signing_key add constraint signing_key_id_check CHECK ((id <> ''::text));
alter table signing_key add constraint signing_key_pkey PRIMARY KEY (city, id);
alter table signing_key add constraint signing_key_public_check CHECK ((length(public) = 32));
create policy signing_key_add on signing_key for insert to huiyin_app
  with check city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
create policy signing_key_read on signing_key for select to huiyin_app
  using city = (( SELECT app_city() AS app_city));
grant insert, select on signing_key to huiyin_app;

create table signing_secret (
  city integer not null,
  id text not null,
  private bytea not null
);
alter table signing_secret add constraint signing_secret_city_id_fkey FOREIGN KEY (city, id) REFERENCES signing_key(city, id);
alter table signing_secret add constraint signing_secret_pkey PRIMARY KEY (city, id);
create policy signing_secret_add on signing_secret for insert to huiyin_app
  with check city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
create policy signing_secret_read on signing_secret for select to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
grant insert, select on signing_secret to huiyin_app;

create table source (
  city integer not null,
  id uuid not null,
  name text not null,
  mechanism text not null,
  channel text,
  token_hash bytea not null,
  revoked_at timestamp with time zone
);
alter table source add constraint source_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table source add constraint source_name_check CHECK ((name <> ''::text));
alter table source add constraint source_pkey PRIMARY KEY (city, id);
alter table source add constraint source_token_hash_check CHECK ((length(token_hash) = 32));
CREATE UNIQUE INDEX source_token ON source USING btree (city, token_hash);
create policy source_keepers on source for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['administrator'::text, 'system'::text]));
grant insert, select on source to huiyin_app;
grant update (token_hash, revoked_at) on source to huiyin_app;

create table subject_key (
  city integer not null,
  subject uuid not null,
  key bytea not null
);
alter table subject_key add constraint subject_key_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table subject_key add constraint subject_key_key_check CHECK ((length(key) = 32));
alter table subject_key add constraint subject_key_pkey PRIMARY KEY (city, subject);
create policy subject_key_keepers on subject_key for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['administrator'::text, 'system'::text]));
grant delete, insert, select on subject_key to huiyin_app;

create table suggestion_lesson (
  city integer not null,
  mechanism text not null,
  about text not null,
  looked_at timestamp with time zone not null,
  matters integer not null,
  kinds integer not null,
  version text,
  learned_at timestamp with time zone
);
alter table suggestion_lesson add constraint suggestion_lesson_about_check CHECK ((about = ANY (ARRAY['category'::text, 'unit'::text])));
alter table suggestion_lesson add constraint suggestion_lesson_check CHECK (((version IS NULL) = (learned_at IS NULL)));
alter table suggestion_lesson add constraint suggestion_lesson_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table suggestion_lesson add constraint suggestion_lesson_kinds_check CHECK ((kinds >= 0));
alter table suggestion_lesson add constraint suggestion_lesson_matters_check CHECK ((matters >= 0));
alter table suggestion_lesson add constraint suggestion_lesson_pkey PRIMARY KEY (city, mechanism, about);
create policy suggestion_lesson_keep on suggestion_lesson for insert to huiyin_app
  with check city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
create policy suggestion_lesson_renew on suggestion_lesson for update to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text
  with check city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
create policy suggestion_lesson_see on suggestion_lesson for select to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['supervisor'::text, 'mayor'::text, 'administrator'::text, 'system'::text]));
grant insert, select, update on suggestion_lesson to huiyin_app;

create table suggestion_model (
  city integer not null,
  mechanism text not null,
  about text not null,
  version text not null,
  model bytea not null
);
alter table suggestion_model add constraint suggestion_model_city_mechanism_about_fkey FOREIGN KEY (city, mechanism, about) REFERENCES suggestion_lesson(city, mechanism, about) ON DELETE CASCADE;
alter table suggestion_model add constraint suggestion_model_model_check CHECK ((octet_length(model) <= 67108864));
alter table suggestion_model add constraint suggestion_model_pkey PRIMARY KEY (city, mechanism, about);
create policy suggestion_model_drop on suggestion_model for delete to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
create policy suggestion_model_keep on suggestion_model for insert to huiyin_app
  with check city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
create policy suggestion_model_renew on suggestion_model for update to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text
  with check city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
create policy suggestion_model_see on suggestion_model for select to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['supervisor'::text, 'mayor'::text, 'system'::text]));
grant delete, insert, select, update on suggestion_model to huiyin_app;

create table suggestion_said (
  city integer not null,
  matter uuid not null,
  about text not null,
  seq integer not null,
  label text,
  said_at timestamp with time zone not null
);
alter table suggestion_said add constraint suggestion_said_about_check CHECK ((about = ANY (ARRAY['category'::text, 'unit'::text])));
alter table suggestion_said add constraint suggestion_said_city_matter_fkey FOREIGN KEY (city, matter) REFERENCES matter(city, id);
alter table suggestion_said add constraint suggestion_said_pkey PRIMARY KEY (city, matter, about, seq);
CREATE INDEX suggestion_said_at ON suggestion_said USING btree (city, said_at);
create policy suggestion_said_overseers on suggestion_said for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['supervisor'::text, 'mayor'::text, 'system'::text]))
  with check city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['supervisor'::text, 'mayor'::text, 'system'::text]));
grant delete, insert, select, update on suggestion_said to huiyin_app;

create table taken_request (
  city integer not null,
  source uuid not null,
  external text not null,
  matter uuid not null,
  originator uuid not null,
  digest bytea not null,
  at timestamp with time zone not null
);
alter table taken_request add constraint taken_request_city_source_fkey FOREIGN KEY (city, source) REFERENCES source(city, id);
alter table taken_request add constraint taken_request_digest_check CHECK ((length(digest) = 32));
alter table taken_request add constraint taken_request_external_check CHECK ((external <> ''::text));
alter table taken_request add constraint taken_request_pkey PRIMARY KEY (city, source, external);
CREATE INDEX taken_request_at ON taken_request USING btree (city, source, at, external);
CREATE UNIQUE INDEX taken_request_matter ON taken_request USING btree (city, matter);
CREATE INDEX taken_request_originator ON taken_request USING btree (city, originator);
create policy taken_request_read on taken_request for select to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'administrator'::text;
create policy taken_request_system on taken_request for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
grant insert, select on taken_request to huiyin_app;

create table tenure (
  city integer not null,
  seat uuid not null,
  n integer not null,
  account uuid not null,
  unit uuid,
  title text not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone
);
alter table tenure add constraint tenure_city_account_fkey FOREIGN KEY (city, account) REFERENCES account(city, id);
alter table tenure add constraint tenure_city_seat_fkey FOREIGN KEY (city, seat) REFERENCES seat(city, id);
alter table tenure add constraint tenure_city_unit_fkey FOREIGN KEY (city, unit) REFERENCES unit(city, id);
alter table tenure add constraint tenure_n_check CHECK ((n > 0));
alter table tenure add constraint tenure_pkey PRIMARY KEY (city, seat, n);
create policy tenure_add on tenure for insert to huiyin_app
  with check city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['administrator'::text, 'system'::text]));
create policy tenure_change on tenure for update to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['administrator'::text, 'system'::text]));
create policy tenure_read on tenure for select to huiyin_app
  using city = (( SELECT app_city() AS app_city));
grant insert, select on tenure to huiyin_app;
grant update (account, unit, title, from_at, until_at) on tenure to huiyin_app;

create table told_apart (
  city integer not null,
  id uuid not null,
  mechanism text not null,
  told_at timestamp with time zone not null,
  told_by uuid not null,
  ended_at timestamp with time zone,
  ended_by uuid
);
alter table told_apart add constraint told_apart_check CHECK (((ended_at IS NULL) = (ended_by IS NULL)));
alter table told_apart add constraint told_apart_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table told_apart add constraint told_apart_pkey PRIMARY KEY (city, id);
CREATE INDEX told_apart_newest ON told_apart USING btree (city, mechanism, id) WHERE (ended_at IS NULL);
create policy told_apart_end on told_apart for update to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text
  with check city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
create policy told_apart_see on told_apart for select to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['supervisor'::text, 'mayor'::text, 'system'::text]));
create policy told_apart_tell on told_apart for insert to huiyin_app
  with check city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
grant insert, select on told_apart to huiyin_app;
grant update (ended_at, ended_by) on told_apart to huiyin_app;

create table told_apart_matter (
  city integer not null,
  told uuid not null,
  matter uuid not null,
  part integer not null
);
alter table told_apart_matter add constraint told_apart_matter_city_matter_fkey FOREIGN KEY (city, matter) REFERENCES matter(city, id);
alter table told_apart_matter add constraint told_apart_matter_city_told_fkey FOREIGN KEY (city, told) REFERENCES told_apart(city, id);
alter table told_apart_matter add constraint told_apart_matter_part_check CHECK ((part >= 0));
alter table told_apart_matter add constraint told_apart_matter_pkey PRIMARY KEY (city, told, matter);
CREATE INDEX told_apart_matter_of ON told_apart_matter USING btree (city, matter);
create policy told_apart_matter_see on told_apart_matter for select to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['supervisor'::text, 'mayor'::text, 'system'::text]));
create policy told_apart_matter_tell on told_apart_matter for insert to huiyin_app
  with check city = (( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role)) = 'system'::text;
grant insert, select on told_apart_matter to huiyin_app;

create table transfer (
  city integer not null,
  id uuid not null,
  kind text not null,
  seat uuid not null,
  account uuid not null,
  ask text not null,
  title text not null,
  language text not null,
  status text not null,
  done integer default 0 not null,
  total integer,
  problem text,
  file_name text default ''::text not null,
  media_type text default ''::text not null,
  size bigint,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  expires_at timestamp with time zone not null
);
alter table transfer add constraint transfer_check CHECK (((status = ANY (ARRAY['done'::text, 'failed'::text, 'cancelled'::text])) = (finished_at IS NOT NULL)));
alter table transfer add constraint transfer_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table transfer add constraint transfer_done_check CHECK ((done >= 0));
alter table transfer add constraint transfer_kind_check CHECK ((kind = ANY (ARRAY['export'::text, 'import'::text])));
alter table transfer add constraint transfer_language_check CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text])));
alter table transfer add constraint transfer_pkey PRIMARY KEY (city, id);
alter table transfer add constraint transfer_status_check CHECK ((status = ANY (ARRAY['review'::text, 'waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])));
alter table transfer add constraint transfer_title_check CHECK ((title <> ''::text));
alter table transfer add constraint transfer_total_check CHECK ((total >= 0));
CREATE INDEX transfer_expired ON transfer USING btree (city, expires_at);
CREATE INDEX transfer_of_seat ON transfer USING btree (city, seat, id DESC);
create policy transfer_own on transfer for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (seat = (( SELECT app_seat() AS app_seat)) OR (( SELECT app_role() AS app_role)) = 'system'::text)
  with check city = (( SELECT app_city() AS app_city)) AND (seat = (( SELECT app_seat() AS app_seat)) OR (( SELECT app_role() AS app_role)) = 'system'::text);
grant delete, insert, select, update on transfer to huiyin_app;

create table transfer_part (
  city integer not null,
  transfer uuid not null,
  n integer not null,
  bytes bytea not null
);
alter table transfer_part add constraint transfer_part_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table transfer_part add constraint transfer_part_city_transfer_fkey FOREIGN KEY (city, transfer) REFERENCES transfer(city, id) ON DELETE CASCADE;
alter table transfer_part add constraint transfer_part_pkey PRIMARY KEY (city, transfer, n);
create policy transfer_part_own on transfer_part for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ( SELECT true
   FROM transfer t
  WHERE t.city = transfer_part.city AND t.id = transfer_part.transfer)
  with check city = (( SELECT app_city() AS app_city)) AND ( SELECT true
   FROM transfer t
  WHERE t.city = transfer_part.city AND t.id = transfer_part.transfer);
grant delete, insert, select on transfer_part to huiyin_app;

create table unit (
  city integer not null,
  id uuid not null,
  parent uuid,
  name text not null,
  short_name text,
  aliases text[] default '{}'::text[] not null,
  kind text not null,
  sort integer default 1000 not null,
  retired_at timestamp with time zone,
  merged_into uuid,
  earlier jsonb default '[]'::jsonb not null,
  located jsonb
);
alter table unit add constraint unit_check CHECK ((parent <> id));
alter table unit add constraint unit_check1 CHECK ((merged_into <> id));
alter table unit add constraint unit_check2 CHECK (((merged_into IS NULL) OR (retired_at IS NOT NULL)));
alter table unit add constraint unit_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table unit add constraint unit_city_merged_into_fkey FOREIGN KEY (city, merged_into) REFERENCES unit(city, id);
alter table unit add constraint unit_city_parent_fkey FOREIGN KEY (city, parent) REFERENCES unit(city, id);
alter table unit add constraint unit_kind_check CHECK ((kind = ANY (ARRAY['government'::text, 'office'::text, 'department'::text, 'county'::text, 'town'::text, 'company'::text, 'other'::text])));
alter table unit add constraint unit_name_check CHECK ((name <> ''::text));
alter table unit add constraint unit_pkey PRIMARY KEY (city, id);
alter table unit add constraint unit_short_name_check CHECK ((short_name <> ''::text));
CREATE UNIQUE INDEX unit_name ON unit USING btree (city, name) WHERE (retired_at IS NULL);
CREATE INDEX unit_parent ON unit USING btree (city, parent);
CREATE TRIGGER unit_added AFTER INSERT ON unit REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION renew_unit_version();
CREATE TRIGGER unit_changed AFTER UPDATE ON unit REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION renew_unit_version();
CREATE TRIGGER unit_removed AFTER DELETE ON unit REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION renew_unit_version();
create policy unit_add on unit for insert to huiyin_app
  with check city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['administrator'::text, 'system'::text]));
create policy unit_change on unit for update to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ((( SELECT app_role() AS app_role)) = ANY (ARRAY['administrator'::text, 'system'::text]));
create policy unit_read on unit for select to huiyin_app
  using city = (( SELECT app_city() AS app_city));
grant insert, select on unit to huiyin_app;
grant update (parent, name, short_name, aliases, kind, sort, retired_at, merged_into, earlier, located) on unit to huiyin_app;

create table unit_version (
  city integer not null,
  version uuid not null
);
alter table unit_version add constraint unit_version_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table unit_version add constraint unit_version_pkey PRIMARY KEY (city);
CREATE TRIGGER unit_version_tells AFTER UPDATE ON unit_version FOR EACH ROW EXECUTE FUNCTION tell_caller_changed();
create policy unit_version_read on unit_version for select to huiyin_app
  using city = (( SELECT app_city() AS app_city));
grant select on unit_version to huiyin_app;

create table upload (
  city integer not null,
  id uuid not null,
  seat uuid not null,
  name text not null,
  size integer not null,
  received integer default 0 not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  kept text
);
alter table upload add constraint upload_check CHECK (((received >= 0) AND (received <= size)));
alter table upload add constraint upload_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table upload add constraint upload_kept_check CHECK ((kept <> ''::text));
alter table upload add constraint upload_pkey PRIMARY KEY (city, id);
alter table upload add constraint upload_size_check CHECK ((size > 0));
CREATE INDEX upload_expired ON upload USING btree (city, expires_at);
CREATE INDEX upload_of_seat ON upload USING btree (city, seat);
create policy upload_own on upload for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND (seat = (( SELECT app_seat() AS app_seat)) OR (( SELECT app_role() AS app_role)) = 'system'::text)
  with check city = (( SELECT app_city() AS app_city)) AND (seat = (( SELECT app_seat() AS app_seat)) OR (( SELECT app_role() AS app_role)) = 'system'::text);
grant delete, insert, select, update on upload to huiyin_app;

create table upload_piece (
  city integer not null,
  upload uuid not null,
  place integer not null,
  bytes bytea not null
);
alter table upload_piece add constraint upload_piece_city_fkey FOREIGN KEY (city) REFERENCES city(city);
alter table upload_piece add constraint upload_piece_city_upload_fkey FOREIGN KEY (city, upload) REFERENCES upload(city, id) ON DELETE CASCADE;
alter table upload_piece add constraint upload_piece_pkey PRIMARY KEY (city, upload, place);
alter table upload_piece add constraint upload_piece_place_check CHECK ((place >= 0));
create policy upload_piece_own on upload_piece for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND ( SELECT true
   FROM upload u
  WHERE u.city = upload_piece.city AND u.id = upload_piece.upload)
  with check city = (( SELECT app_city() AS app_city)) AND ( SELECT true
   FROM upload u
  WHERE u.city = upload_piece.city AND u.id = upload_piece.upload);
grant delete, insert, select on upload_piece to huiyin_app;

create table view_pin (
  city integer not null,
  seat uuid not null,
  view uuid not null,
  at timestamp with time zone not null
);
alter table view_pin add constraint view_pin_city_view_fkey FOREIGN KEY (city, view) REFERENCES saved_view(city, id) ON DELETE CASCADE;
alter table view_pin add constraint view_pin_pkey PRIMARY KEY (city, seat, view);
create policy view_pin_own on view_pin for all to huiyin_app
  using city = (( SELECT app_city() AS app_city)) AND seat = (( SELECT app_seat() AS app_seat))
  with check city = (( SELECT app_city() AS app_city)) AND seat = (( SELECT app_seat() AS app_seat));
grant delete, insert, select on view_pin to huiyin_app;

create view assignment_key as
 SELECT city,
    unit,
    matter,
    mechanism,
    phase,
    stage,
    area,
    due_at
   FROM assignment a
  WHERE ((city = ( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role) <> 'originator'::text) AND ((NOT sealed) OR (NOT (matter IN ( SELECT unnest(hidden_matters()) AS unnest)))));
grant select on assignment_key to huiyin_app;

create view matter_key as
 SELECT city,
    id,
    mechanism,
    phase,
    stage,
    area,
    round,
    due_at,
    registered_at,
    confidential,
    paused,
    listed,
    raised_to,
    green,
    bounces,
    slip
   FROM matter m
  WHERE ((city = ( SELECT app_city() AS app_city)) AND (( SELECT app_role() AS app_role) <> 'originator'::text) AND ((NOT sealed) OR (NOT (id IN ( SELECT unnest(hidden_matters()) AS unnest)))));
grant select on matter_key to huiyin_app;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION acted_matters(of_seats uuid[], before uuid, most integer)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select distinct near.stream
    from unnest(of_seats) as own (seat)
    cross join lateral (select distinct a.stream from act a
      where a.city = app_city() and a.seat = own.seat and a.stream < before order by a.stream desc limit most) near
    order by near.stream desc limit most
  $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION alike_matters(grams text[], beside uuid, most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
    declare
      here integer := app_city();
      role text := app_role();
      own uuid[] := app_units();
      seat uuid := app_seat();
      looks constant integer := 600;
      through constant integer := 60000;
      apart constant integer := 4;
      asked text[];
      close_by tsquery;
      any_of tsquery;
    begin
      select string_agg(word, ' | ')::tsquery, array_agg(word order by n) filter (where nth <= 2 or nth <= 48 and spent <= through)
      into any_of, asked
      from (select *, row_number() over rarer as nth, sum(share * (select greatest(reltuples, 0) from pg_class where oid = 'matter_words'::regclass))
          over rarer as spent
        from (select g.n, coalesce(s.share, 0.0003) as share,
            '''' || replace(replace(g.gram, '\', '\\'), '''', '''''') || '''' as word
          from (select gram, min(nth) as n from unnest(alike_matters.grams) with ordinality as given (gram, nth) group by gram) g
            left join (select e.gram, e.share
              from pg_stats p, unnest(p.most_common_elems::text::text[], p.most_common_elem_freqs) as e (gram, share)
              where p.schemaname = 'public' and p.tablename = 'matter_words' and p.attname = 'grams') s on s.gram = g.gram) counted
        window rarer as (order by share, n)) ranked;
      if asked is null then return; end if;
      select string_agg(format('%s & (%s)', asked[i], array_to_string(asked[i + 1 : i + apart], ' | ')), ' | ')::tsquery into close_by
      from generate_series(1, cardinality(asked) - 1) as i;
      return query
        with hits as materialized (
          (select w.matter from matter_words w where w.city = here and w.grams @@ coalesce(close_by, any_of) limit looks)
          union
          -- What all have is in too many to look at each: the newest, then, which are what is asked for.
          (select m.id
            from (select n.id from matter n where n.city = here and n.phase <> 'closed' order by n.id desc limit looks) m
              join matter_words w on w.city = here and w.matter = m.id
            where w.grams @@ coalesce(close_by, any_of))),
        still_open as materialized (
          select m.id from hits h join matter m on m.city = here and m.id = h.matter
          where m.phase <> 'closed' and m.id is distinct from beside and matter_reached(m.open_to_city, m.units, m.helpers, m.parent, m.confidential, role, own, seat))
        select o.id from still_open o join matter_words w on w.city = here and w.matter = o.id
        order by ts_rank('{1,1,1,1}', w.grams, any_of) desc, o.id desc limit most;
    end
  $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION alike_published(close_by tsquery, any_of tsquery, most integer)
 RETURNS TABLE(id uuid, question text, answer text, scheme text, category text, published_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
    select h.id, h.question, h.answer, h.scheme, h.category, h.published_at
    from (select p.* from published_answer p where p.city = app_city() and p.grams @@ close_by limit 600) h
    order by ts_rank('{1,1,1,1}', h.grams, any_of) desc, h.id desc limit most
  $function$;

-- May be called by: public.
CREATE OR REPLACE FUNCTION app_account()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.account', true), '')::uuid $function$;

-- May be called by: public.
CREATE OR REPLACE FUNCTION app_city()
 RETURNS integer
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.city', true), '')::integer $function$;

-- May be called by: public.
CREATE OR REPLACE FUNCTION app_role()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(current_setting('app.role', true), '') $function$;

-- May be called by: public.
CREATE OR REPLACE FUNCTION app_seat()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.seat', true), '')::uuid $function$;

-- May be called by: public.
CREATE OR REPLACE FUNCTION app_units()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(nullif(current_setting('app.units', true), '')::uuid[], '{}') $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION children_of(above uuid[])
 RETURNS TABLE(parent uuid, id uuid, number text, phase text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select m.parent, m.id, m.number, m.phase from matter m
    where m.city = app_city() and m.parent = any (above) and app_role() <> 'originator' order by m.id
  $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION close_session(in_city integer, hash bytea)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ delete from session where city = in_city and token_hash = hash $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION close_sessions(in_city integer, for_account uuid, but bytea)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    delete from session
    where city = in_city and account = for_account and token_hash is distinct from but
      and in_city = app_city() and app_role() in ('administrator', 'system')
  $function$;

-- May be called by: nobody but its owner.
CREATE OR REPLACE FUNCTION drop_fact_base()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    begin
      perform pg_advisory_xact_lock_shared(72117240, new.city);
      delete from fact_base where city = new.city and mechanism = new.mechanism
        and as_of >= case when tg_op = 'INSERT' then new.since
          when (old.lead, old.marks, old.counted_on, old.bounces, old.returns, old.reopenings)
            is not distinct from (new.lead, new.marks, new.counted_on, new.bounces, new.returns, new.reopenings)
          then new.until else least(old.since, new.until) end;
      return null;
    end
  $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION drop_sealed_key(of uuid, from_seat uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    begin
      if app_role() <> 'system' then
        raise exception 'keys of sealed matters are taken by the program' using errcode = '42501';
      end if;
      delete from sealed_key where city = app_city() and matter = of and seat = from_seat;
    end
  $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION drop_sign_in(attempt bigint)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ delete from sign_in_attempt where id = attempt $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION earlier_sign_ins(attempt bigint, given_login text, from_address text)
 RETURNS TABLE(by_login integer, login_last timestamp with time zone, by_address integer, address_last timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select l.n, l.last, f.n, f.last
    from (select count(*)::integer n, max(at) last from sign_in_attempt where login = given_login and id < attempt) l,
         (select count(*)::integer n, max(at) last from sign_in_attempt where address = from_address and id < attempt) f
  $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION enqueue_job(job text, payload json, run_at timestamp with time zone, key text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    begin
      if app_city() is null then
        raise exception 'a job belongs to a city';
      end if;
      perform graphile_worker.add_job(
        identifier => job, payload => json_build_object('city', app_city(), 'given', payload),
        run_at => run_at, job_key => app_city() || ':' || key);
    end
  $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION erase_files(stream uuid, at timestamp with time zone, given uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    begin
      if app_role() not in ('administrator', 'system') then
        raise exception 'only who keeps contacts may erase them' using errcode = '42501';
      end if;
      update file f set erased_at = at, erased_by = stream
        where f.city = app_city() and f.id = any (given) and f.erased_at is null;
    end
  $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION file_bytes_kept(bytes bytea)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select exists (select from file f where f.sha256 = bytes and f.erased_at is null and f.replaced_by is null) $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION files_of_subject(given uuid)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    begin
      if app_role() not in ('administrator', 'system') then
        raise exception 'only who keeps contacts may erase them' using errcode = '42501';
      end if;
      return query
        select f.id from file f where f.city = app_city() and f.uploaded_by = given and f.erased_at is null
        union
        select f.id
        from (select m.id, m.city from matter m where m.city = app_city() and m.originators @> array[given] and m.originators <> '{}'
            union select m.id, m.city from matter m where m.city = app_city() and m.id = given) m
          join act o on o.city = m.city and o.stream = m.id and o.seq = 1
          join act a on a.city = m.city and a.stream = m.id and a.body like '%"do":"attach"%'
          cross join lateral json_array_elements(a.body::json #> '{payload,effects}') e
          join file f on f.city = m.city and f.id = (e #>> '{file,id}')::uuid and f.erased_at is null
        where e ->> 'do' = 'attach' and (a.seat = given
          or exists (select from json_array_elements(a.body::json #> '{payload,effects}') c
            where c ->> 'do' = 'conceal' and (c ->> 'subject')::uuid = given)
          or a.at = o.at and a.seat is not distinct from o.seat and (m.id = given
            or exists (select from json_array_elements(o.body::json #> '{payload,effects}') c
              where c ->> 'do' = 'originate' and (c ->> 'originator')::uuid = given)));
    end
  $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION find_caller(in_city integer, for_account uuid, on_seat uuid, now timestamp with time zone)
 RETURNS TABLE(city integer, account uuid, seat uuid, role text, unit uuid, units uuid[], name text, title text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    with recursive held as (
      select s.city, s.account, s.id as seat, s.role, s.unit, a.name, s.title
      from seat s join account a on a.city = s.city and a.id = s.account
      where s.city = in_city and s.account = for_account and (on_seat is null or s.id = on_seat)
        and s.from_at <= now and (s.until_at is null or s.until_at > now)
        and (a.disabled_at is null or a.disabled_at > now)
      order by s.from_at, s.id
      limit 1
    ), below (id) as (
      select unit from held where unit is not null
      union
      select u.id from unit u join below b on u.parent = b.id where u.city = in_city
    )
    select h.city, h.account, h.seat, h.role, h.unit, array(select id from below), h.name, h.title from held h
  $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION find_city(given integer)
 RETURNS TABLE(city integer, name text, name_en text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select c.city, c.name, c.name_en from city c where given is null or c.city = given order by c.city limit 1 $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION find_matters(query tsquery, patterns text[], before uuid, most integer, of_units uuid[], in_phase text, in_stage text, in_area text, in_round uuid, due_from timestamp with time zone, due_until timestamp with time zone, in_mechanism text)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
    declare
      here integer := app_city();
      role text := app_role();
      own uuid[] := app_units();
      seat uuid := app_seat();
      few constant integer := 500;
      many constant integer := 20000;
      narrowed constant boolean := coalesce(in_phase, in_stage, in_area, in_round::text, due_from::text, due_until::text) is not null;
      looks integer := few;
      looked integer;
      at_once integer;
      found uuid[];
      wanted integer := most;
      given integer;
      newest integer;
      oldest integer;
      times tsquery;
      seen tsquery;
      asked tsquery;
    begin
      -- Newest first through what the filters leave: a word that one in fifty has is found here. What was looked at is all
      -- there is where the filters leave little. Some first: a word that few of them have is sooner found by its index.
      loop
        if of_units is null then
          select count(*), array_agg(x.id order by x.id desc) filter (where x.fits) into looked, found
          from (select m.id, w.words like all (patterns) and matter_reached(m.open_to_city, m.units, m.helpers, m.parent, m.confidential, role, own, seat) as fits
            from (select c.id, c.open_to_city, c.units, c.helpers, c.parent, c.confidential from matter c
              where c.city = here and c.id < before and (in_phase is null or c.phase = in_phase)
                and (in_phase = 'closed' or in_phase is null or c.phase <> 'closed')
                and (in_stage is null or c.stage = in_stage) and (in_area is null or c.area = in_area)
                and (in_round is null or c.round = in_round) and (in_mechanism is null or c.mechanism = in_mechanism)
                and (due_from is null or c.due_at >= due_from)
                and (due_until is null or c.due_at < due_until and c.phase <> 'closed')
              order by c.id desc limit looks) m
            join matter_words w on w.city = here and w.matter = m.id) x;
        else
          -- One look-up a unit, merged as they come; with forty units the newest of each would be far too many.
          execute format(
            'with near as materialized (select p.matter from (%s) p order by p.matter desc limit $1)
            select (select count(*) from near), array_agg(m.id order by m.id desc)
            from (select distinct matter from near) n join matter m on m.city = $2 and m.id = n.matter
              join matter_words w on w.city = $2 and w.matter = m.id
            where matter_reached(m.open_to_city, m.units, m.helpers, m.parent, m.confidential, $9, $10, $13) and w.words like all ($11)
              and ($12 is null or m.round = $12)',
            (select string_agg(format(
              '(select a.matter from assignment a where a.city = $2 and a.unit = %L and a.matter < $3 and ($14 is null or a.mechanism = $14)
                and ($4 is null or a.phase = $4) and ($4 is null or $4 = ''closed'' or a.phase <> ''closed'')
                and ($5 is null or a.stage = $5) and ($6 is null or a.area = $6) and ($7 is null or a.due_at >= $7)
                and ($8 is null or a.due_at < $8 and a.phase <> ''closed'') order by a.matter desc)', unit), ' union all ')
              from unnest(of_units) as own_units (unit)))
          into looked, found
          using looks, here, before, in_phase, in_stage, in_area, due_from, due_until, role, own, patterns, in_round, seat, in_mechanism;
        end if;
        if looked < looks or cardinality(found) >= most then
          return query select unnest(found[1:most]);
          return;
        end if;
        exit when looks > few;
        -- A quarter more than it takes if they stand as densely further down.
        looks := least(few * most * 5 / 4 / greatest(coalesce(cardinality(found), 0), 1), few * 12);
        exit when looks > few * 3 and not narrowed and numnode(query) > 0 and (of_units is null or coalesce(cardinality(found), 0) < 3);
      end loop;
      -- A rarer word: by its index, which has no order, and so the newest fifty days first, then the hundred before, the two hundred before
      -- those, and all the rest.
      if numnode(query) = 0 then
        return;
      end if;
      at_once := case when coalesce(cardinality(found), 0) < 3 then 0 else 1 end;
      for step in 0 .. 3 loop
        newest := (select ('x' || left(c.id::text, 4))::bit(16)::integer from matter c where c.city = here and c.id < before
          order by c.id desc limit 1);
        exit when newest is null or wanted <= 0;
        if step = at_once then
          -- Mostly all there are, or all the rest, are few enough for one look at the index, which takes longer than to read them.
          asked := case when step = 0 then query else query && !!seen end;
          found := array(
            select w.matter from matter_words w
            where w.city = here and w.grams @@ asked and w.matter < before and (of_units is null or w.units && of_units)
              and w.words like all (patterns)
            limit many);
          if cardinality(found) < many then
            return query
              select h.matter from (select unnest(found) as matter order by 1 desc) h
              cross join lateral (select from matter m where m.city = here and m.id = h.matter
                and matter_reached(m.open_to_city, m.units, m.helpers, m.parent, m.confidential, role, own, seat)
                and (in_phase is null or m.phase = in_phase) and (in_stage is null or m.stage = in_stage)
                and (in_area is null or m.area = in_area) and (in_round is null or m.round = in_round)
                and (in_mechanism is null or m.mechanism = in_mechanism)
                and (due_from is null or m.due_at >= due_from) and (due_until is null or m.due_at < due_until) offset 0) m
              order by h.matter desc limit wanted;
            return;
          end if;
        end if;
        oldest := case when step = 3 then 0 else greatest(newest - (1 << step) + 1, 0) end;
        if step < 3 then
          times := (select string_agg('''@' || lpad(to_hex(time), 4, '0') || '''', ' | ') from generate_series(oldest, newest) as time)::tsquery;
          asked := query && times;
          seen := coalesce(seen || times, times);
        else
          asked := query && !!seen;
        end if;
        return query
          with hits as materialized (
            select w.matter from matter_words w
            where w.city = here and w.grams @@ asked and w.matter < before and (of_units is null or w.units && of_units)
              and w.words like all (patterns)
            order by w.matter desc)
          select m.id from hits h join matter m on m.city = here and m.id = h.matter
          where matter_reached(m.open_to_city, m.units, m.helpers, m.parent, m.confidential, role, own, seat)
            and (in_phase is null or m.phase = in_phase) and (in_stage is null or m.stage = in_stage)
            and (in_area is null or m.area = in_area) and (in_round is null or m.round = in_round)
            and (in_mechanism is null or m.mechanism = in_mechanism)
            and (due_from is null or m.due_at >= due_from) and (due_until is null or m.due_at < due_until)
          order by h.matter desc limit wanted;
        get diagnostics given = row_count;
        wanted := wanted - given;
        before := (lpad(to_hex(oldest), 4, '0') || repeat('0', 28))::uuid;
      end loop;
    end
  $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION find_published(asked tsquery, fragment text, of text, before uuid, most integer)
 RETURNS TABLE(id uuid, question text, answer text, scheme text, category text, published_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
    select p.id, p.question, p.answer, p.scheme, p.category, p.published_at from published_answer p
    where p.city = app_city() and (asked is null or p.grams @@ asked) and (of is null or p.category = of)
      and (fragment is null or position(fragment in p.words) > 0) and (before is null or p.id < before)
    order by p.id desc limit most
  $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION find_same_matters(digests text[])
 RETURNS TABLE(digest text, matter uuid, number text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select distinct on (d.digest) d.digest, m.id, m.number
    from unnest(digests) as d (digest)
      join matter_words w on w.city = app_city() and md5(split_part(w.words, ' ', 3)) = d.digest
      join matter m on m.city = w.city and m.id = w.matter
    where matter_reached(m.open_to_city, m.units, m.helpers, m.parent, m.confidential, app_role(), app_units(), app_seat())
    order by d.digest, m.id desc
  $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION find_seats(in_city integer, for_account uuid, now timestamp with time zone)
 RETURNS TABLE(id uuid, role text, title text, unit uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select s.id, s.role, s.title, s.unit from seat s
    where s.city = in_city and s.account = for_account and s.from_at <= now and (s.until_at is null or s.until_at > now)
    order by s.from_at, s.id
  $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION find_sign_in(given_login text)
 RETURNS TABLE(city integer, account uuid, name text, password_hash text, disabled_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select a.city, a.id, a.name, a.password_hash, a.disabled_at
    from login l join account a on a.city = l.city and a.id = l.account
    where l.login = given_login
  $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION firms_behind(given uuid)
 RETURNS TABLE(originator uuid, enterprise uuid, claims text, proven boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select o.id, coalesce(o.enterprise, e.id), o.claims, o.proven
    from matter m
    cross join lateral jsonb_array_elements(m.state::jsonb -> 'originators') as r
    join originator o on o.city = m.city and o.id = (r ->> 'id')::uuid and o.erased_at is null
    left join enterprise e on e.city = o.city and o.enterprise is null and e.code = o.claims
    where m.city = app_city() and m.id = given and m.originators <> '{}' and not m.sealed
      and (o.enterprise is not null or o.claims is not null)
      and (app_role() in ('supervisor', 'mayor', 'system')
        or (app_role() <> 'originator' and m.units && app_units() and not (r ->> 'unnamed')::boolean))
  $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION forget_file_keys(given uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    begin
      if app_role() <> 'system' then
        raise exception 'keys of sealed files are taken by the program' using errcode = '42501';
      end if;
      update file f set kept = null where f.city = app_city() and f.id = any (given) and f.kept is not null;
    end
  $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION forget_originator(given uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    begin
      if app_role() not in ('administrator', 'system') then
        raise exception 'only who keeps contacts may erase them' using errcode = '42501';
      end if;
      if app_role() = 'administrator' and raised_sealed(given) <> 'none' then
        raise exception 'whoever raised what is sealed is erased by who is named for it' using errcode = '42501';
      end if;
      delete from subject_key where city = app_city() and subject = given;
      delete from contact where city = app_city() and originator = given;
      delete from matter_pass where city = app_city() and originator = given;
      delete from originator_session where city = app_city() and originator = given;
      delete from one_time_code where city = app_city() and originator = given;
      -- What a mail server said may quote the address.
      update delivery set said = '' where city = app_city() and originator = given;
    end
  $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION forgive_sign_ins(given_login text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ delete from sign_in_attempt where login = given_login $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION helped_matters(most integer)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    (select m.id from matter m
      where m.city = app_city() and m.helpers @> array[app_seat()] and m.helpers <> '{}' and m.phase <> 'closed'
        and app_role() <> 'originator'
      order by m.due_at, m.id limit most)
    union all
    (select m.id from matter m
      where m.city = app_city() and app_seat() = any (m.helpers) and app_role() <> 'originator'
        and m.sealed and m.phase = 'closed' and (m.state::jsonb -> 'erasing' -> 'agreed') = 'null'::jsonb
      order by m.id limit most)
  $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION hidden_matters()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select array(select m.id from matter m
      where m.city = (select app_city()) and m.sealed and (select app_role()) <> 'system'
        and not ((select app_role()) <> 'originator' and (select app_seat()) = any (m.helpers))
        and not ((select app_role()) = 'originator' and (select app_seat()) = any (m.originators)))
  $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION leave_helping(given uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    update matter set helpers = array_remove(helpers, app_seat())
    where city = app_city() and id = given and app_seat() = any (helpers)
  $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION logins_within(first uuid, last uuid)
 RETURNS TABLE(account uuid, logins text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select l.account, array_agg(l.login order by l.login)
    from login l
    where l.city = app_city() and app_role() = 'system' and l.account between first and last
    group by l.account
  $function$;

-- May be called by: public.
CREATE OR REPLACE FUNCTION matter_reached(open_to_city boolean, units uuid[], helpers uuid[], parent uuid, confidential boolean, role text, own uuid[], seat uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select matter_readable(open_to_city, units, role, own) or role <> 'originator' and seat = any (helpers)
    or parent is not null and readable_from_above(parent, confidential, role, own, seat) $function$;

-- May be called by: public.
CREATE OR REPLACE FUNCTION matter_readable(open_to_city boolean, units uuid[], role text, own uuid[])
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select role <> 'originator' and (role in ('supervisor', 'mayor', 'system') or open_to_city or units && own) $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION matters_above(given uuid)
 RETURNS TABLE(open_to_city boolean, units uuid[], helpers uuid[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    with recursive up (n, parent, confidential, open_to_city, units, helpers) as (
      select 0, m.parent, m.confidential, m.open_to_city, m.units, m.helpers from matter m
      where m.city = app_city() and m.id = given and (app_role() = 'system'
        or matter_reached(m.open_to_city, m.units, m.helpers, m.parent, m.confidential, app_role(), app_units(), app_seat()))
      union all
      select up.n + 1, m.parent, m.confidential, m.open_to_city, m.units, m.helpers from up
      join matter m on m.city = app_city() and m.id = up.parent and (not up.confidential or m.confidential))
    select up.open_to_city, up.units, up.helpers from up where up.n > 0 order by up.n
  $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION matters_of_enterprise(given uuid, before uuid, most integer)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select m.id from matter m
    where m.city = app_city() and m.originators <> '{}' and m.id < before and app_role() in ('supervisor', 'mayor', 'system')
      and m.originators && (select coalesce(array_agg(o.id), '{}') from originator o where o.city = app_city()
        and (o.enterprise = given or (o.enterprise is null
          and o.claims = (select e.code from enterprise e where e.city = app_city() and e.id = given))))
    order by m.id desc limit most
  $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION note_sign_in(given_login text, from_address text, happened timestamp with time zone)
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    delete from sign_in_attempt where at < happened - interval '1 day';
    delete from session where expires_at < happened;
    insert into sign_in_attempt (login, address, at) values (given_login, from_address, happened) returning id
  $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION numbers_of_shown(wanted uuid[])
 RETURNS TABLE(id uuid, number text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select m.id, m.number from matter m
    where m.city = app_city() and m.id = any (wanted) and not m.sealed and app_role() in ('administrator', 'supervisor')
      and exists (select from contact_shown s where s.city = m.city and s.matter = m.id)
  $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION open_session(in_city integer, hash bytea, for_account uuid, at timestamp with time zone, until timestamp with time zone, from_address text, with_agent text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    insert into session (city, token_hash, account, created_at, seen_at, expires_at, address, agent)
    values (in_city, hash, for_account, at, at, until, from_address, with_agent)
  $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION put_sealed_keys(of uuid, seats uuid[], keys text[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    begin
      if app_role() <> 'system' then
        raise exception 'keys of sealed matters are written by the program' using errcode = '42501';
      end if;
      insert into sealed_key (city, matter, seat, wrapped)
        select app_city(), of, r.seat, r.wrapped from unnest(seats, keys) as r (seat, wrapped)
        on conflict (city, matter, seat) do update set wrapped = excluded.wrapped;
    end
  $function$;

-- May be called by: public.
CREATE OR REPLACE FUNCTION raise_checkpoint_head()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    begin
      insert into checkpoint_head as head (city, n, root) values (new.city, new.n, new.root)
        on conflict (city) do update set n = excluded.n, root = excluded.root where head.n < excluded.n;
      return null;
    end
  $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION raised_matters(before uuid, most integer)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select m.id from matter m
    where m.city = app_city() and m.originators @> array[app_seat()] and m.originators <> '{}' and m.id < before
      and app_role() = 'originator'
    order by m.id desc limit most
  $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION raised_sealed(given uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select case
      when not coalesce(bool_or(m.sealed), false) then 'none'
      when bool_and(m.sealed) then 'only'
      else 'some' end
    from matter m where m.city = app_city() and m.originators @> array[given] and m.originators <> '{}'
      and app_role() in ('administrator', 'system')
  $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION readable_from_above(above uuid, confidential boolean, role text, own uuid[], seat uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
    declare
      here constant integer := app_city();
      hidden boolean := $2;
      next_above uuid;
      next_hidden boolean;
      reads boolean;
    begin
      if role = 'originator' then
        return false;
      end if;
      while above is not null loop
        select m.parent, m.confidential, matter_readable(m.open_to_city, m.units, role, own) or seat = any (m.helpers)
          into next_above, next_hidden, reads
          from matter m where m.city = here and m.id = above and (not hidden or m.confidential);
        if not found then
          return false;
        end if;
        if reads then
          return true;
        end if;
        above := next_above;
        hidden := next_hidden;
      end loop;
      return false;
    end
  $function$;

-- May be called by: public.
CREATE OR REPLACE FUNCTION refuse_another_parent()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if new.parent is distinct from old.parent then
        raise exception 'a matter stays below the one that it was registered below' using errcode = '23001';
      end if;
      return new;
    end
  $function$;

-- May be called by: public.
CREATE OR REPLACE FUNCTION refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    raise exception 'rows of % are never altered or removed: correct by a new act', tg_table_name
      using errcode = 'restrict_violation';
  end
$function$;

-- May be called by: public.
CREATE OR REPLACE FUNCTION refuse_lower_head()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if new.city <> old.city or new.n <= old.n then
      raise exception 'the newest checkpoint of city % is %, and none before it', old.city, old.n
        using errcode = 'restrict_violation';
    end if;
    return new;
  end
$function$;

-- May be called by: public.
CREATE OR REPLACE FUNCTION refuse_who_left()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    begin
      if app_role() <> 'system' and exists (
        select from seat s join account a on a.city = s.city and a.id = s.account
        where s.city = app_city() and s.id = app_seat()
          and (s.account is distinct from app_account() or s.until_at is not null or a.disabled_at is not null))
      then
        raise exception 'the account sits on the seat no more' using errcode = 'integrity_constraint_violation',
          constraint = 'act_by_sitter';
      end if;
      return null;
    end
  $function$;

-- May be called by: public.
CREATE OR REPLACE FUNCTION register_login()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    begin
      insert into login (login, city, account) values (new.login, new.city, new.id);
      return new;
    end
  $function$;

-- May be called by: public.
CREATE OR REPLACE FUNCTION renew_unit_version()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    begin
      insert into unit_version (city, version) select city, gen_random_uuid() from changed group by city
        on conflict (city) do update set version = excluded.version;
      return null;
    end
  $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION replace_file(given uuid, other uuid, called text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    begin
      if app_role() <> 'system' then
        raise exception 'files are replaced by the program' using errcode = '42501';
      end if;
      update file f set replaced_by = other, name = called, uploaded_by = null
        where f.city = app_city() and f.id = given
          and not exists (select from attachment a where a.city = f.city and a.file = f.id)
          and not exists (select from debarment d where d.city = f.city and d.file = f.id);
    end
  $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION sealing_key(given uuid, fresh bytea, within uuid)
 RETURNS bytea
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    declare found bytea; gone boolean;
    begin
      if app_role() not in ('administrator', 'supervisor', 'system') and app_seat() is distinct from given
        and not exists (select from matter m where m.city = app_city() and m.originators @> array[given] and m.originators <> '{}'
          and matter_reached(m.open_to_city, m.units, m.helpers, m.parent, m.confidential, app_role(), app_units(), app_seat()))
        and not exists (select from matter m where m.city = app_city() and m.id = given
          and matter_reached(m.open_to_city, m.units, m.helpers, m.parent, m.confidential, app_role(), app_units(), app_seat()))
        and not exists (select from matter m where m.city = app_city() and m.id = within
          and m.state::json #>> '{concerns,id}' = given::text
          and matter_reached(m.open_to_city, m.units, m.helpers, m.parent, m.confidential, app_role(), app_units(), app_seat())) then
        raise exception 'whose text is sealed must be known to who seals it' using errcode = '42501';
      end if;
      -- Erasing waits for it, or it for erasing: no key is made for somebody who is just being erased.
      select o.erased_at is not null into gone from originator o where o.city = app_city() and o.id = given for share;
      if gone then
        return null;
      end if;
      insert into subject_key (city, subject, key) values (app_city(), given, fresh) on conflict do nothing;
      select key into found from subject_key where city = app_city() and subject = given;
      return found;
    end
  $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION seat_session(in_city integer, hash bytea, on_seat uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ update session set seat = on_seat where city = in_city and token_hash = hash $function$;

-- May be called by: public.
CREATE OR REPLACE FUNCTION settle_erasures()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    begin
      update erasure_wish set settled_at = new.erased_at, how = 'erased'
        where city = new.city and originator = new.id and settled_at is null;
      delete from erasure_due where city = new.city and subject = new.id;
      -- Copies that were written out and wait to be fetched.
      delete from transfer where city = new.city and ask like '%"originator":"' || new.id || '"%';
      return null;
    end
  $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION setup_is_open()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select not exists (select from city) $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION standing_sessions(in_city integer, hashes bytea[], at timestamp with time zone, idle interval)
 RETURNS TABLE(token_hash bytea, account uuid, seat uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select s.token_hash, s.account, s.seat
    from session s join account a on a.city = s.city and a.id = s.account
    where s.city = in_city and s.token_hash = any (hashes) and s.expires_at > at and s.seen_at > at - idle
      and a.disabled_at is null
  $function$;

-- May be called by: public.
CREATE OR REPLACE FUNCTION sum_targets(of_mechanism text, as_of timestamp with time zone)
 RETURNS TABLE(area text, target text, promised numeric, measured numeric, planned numeric, promised_of_read numeric, matters integer, unread integer, beyond numeric)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
 SET enable_sort TO 'off'
AS $function$
    #variable_conflict use_column
    declare
      here integer := app_city();
      role text := app_role();
      own uuid[] := app_units();
      seat uuid := app_seat();
      oversees boolean := app_role() in ('supervisor', 'mayor', 'system');
    begin
      if role = 'originator' then
        return;
      end if;
      return query
        with live as (
          select t.target, t.quantity, t.value, t.planned, t.first,
            case when t.open then t.area
              else (select x.area from matter x where x.city = here and x.id = t.matter
                and (oversees or matter_reached(x.open_to_city, x.units, x.helpers, x.parent, x.confidential, role, own, seat))) end as area
          from matter_target t
          where t.city = here and t.mechanism = of_mechanism
            and (as_of is null and t.until = 'infinity' or as_of is not null and t.since <= as_of and t.until > as_of)),
        summed as materialized (
          select l.area, l.target, sum(l.quantity) as promised, coalesce(sum(l.value), 0) as measured,
            coalesce(sum(l.value - l.quantity) filter (where l.value > l.quantity), 0) as beyond, coalesce(sum(l.planned), 0) as planned,
            coalesce(sum(l.quantity) filter (where l.value is not null), 0) as promised_of_read, count(*)::integer as matters,
            count(*) filter (where l.value is null)::integer as unread, count(*) filter (where l.first)::integer as firsts
          from live l group by 1, 2)
        select s.area, s.target, s.promised, s.measured - s.beyond, s.planned, s.promised_of_read, s.matters, s.unread, s.beyond
          from summed s
        union all
        select s.area, null, 0, 0, 0, 0, sum(s.firsts)::integer, 0, 0 from summed s group by 1;
    end
  $function$;

-- May be called by: public.
CREATE OR REPLACE FUNCTION take_announced(of integer, most integer)
 RETURNS TABLE(id uuid, stream uuid)
 LANGUAGE sql
 SET enable_seqscan TO 'off'
 SET enable_bitmapscan TO 'off'
 SET enable_sort TO 'off'
AS $function$
    with oldest as materialized (
      select o.id from outbox o where o.city = of order by o.id limit most for update skip locked)
    delete from outbox o using oldest where o.city = of and o.id = oldest.id returning o.id, o.stream
  $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION take_setup_code(given bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    begin
      lock table city in share row exclusive mode;
      if exists (select from city) then return false; end if;
      delete from setup_code where hash = given;
      return found;
    end
  $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION taken_logins(asked text[])
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select login from login where login = any (asked) and app_role() in ('administrator', 'system')
  $function$;

-- May be called by: public.
CREATE OR REPLACE FUNCTION tell_caller_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      perform pg_notify('huiyin_callers', json_build_array(old.city, case tg_table_name
        when 'account' then to_jsonb(old) ->> 'id' when 'unit_version' then null else to_jsonb(old) ->> 'account' end)::text);
      return null;
    end
  $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION try_setup_code(given bytea, now timestamp with time zone, most integer)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    declare
      code setup_code;
    begin
      -- The row first: whoever is founding holds it, and their city is seen once they let go of it.
      select * into code from setup_code for update;
      if exists (select from city) then return 'closed'; end if;
      if code is null or code.expires_at <= now then return 'expired'; end if;
      if code.attempts >= most then return 'spent'; end if;
      if code.hash = given then return 'fits'; end if;
      update setup_code set attempts = attempts + 1;
      return 'wrong';
    end
  $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION use_session(in_city integer, hash bytea, at timestamp with time zone, idle interval)
 RETURNS TABLE(city integer, account uuid, seat uuid, expires_at timestamp with time zone, must_change boolean)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    update session s set seen_at = at
    where s.city = in_city and s.token_hash = hash and s.expires_at > at and s.seen_at > at - idle
      and s.seen_at < at - interval '1 minute';
    select s.city, s.account, s.seat, s.expires_at, a.must_change
    from session s join account a on a.city = s.city and a.id = s.account
    where s.city = in_city and s.token_hash = hash and s.expires_at > at and s.seen_at > at - idle
      and a.disabled_at is null
  $function$;

-- May be called by: huiyin_app.
CREATE OR REPLACE FUNCTION why_gone(in_city integer, hash bytea, at timestamp with time zone, idle interval)
 RETURNS TABLE(disabled boolean, left_seat boolean, successor text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select a.disabled_at is not null, coalesce(gone.left_seat, false), gone.successor
    from session s join account a on a.city = s.city and a.id = s.account
    left join lateral (
      select true as left_seat, case when seat.until_at is null then p.name end as successor
      from tenure t join seat on seat.city = t.city and seat.id = t.seat
      join account p on p.city = seat.city and p.id = seat.account
      where t.city = s.city and t.account = s.account and t.until_at is not null and (s.seat is null or s.seat = t.seat)
      order by t.until_at desc, t.seat limit 1) gone on true
    where s.city = in_city and s.token_hash = hash and s.expires_at > at and s.seen_at > at - idle
  $function$;
