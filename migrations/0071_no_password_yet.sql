-- An account may be opened before its first password is made: units and people are brought in by the hundred, and a password that is
-- shown once is made when somebody stands ready to hand it over. The empty hash fits no password.

alter table account add has_password boolean generated always as (password_hash <> '') stored;
grant select (has_password) on account to huiyin_app;
