-- The newest checkpoint of each city, kept apart from the checkpoints: of a chain the last link alone is missed by nobody.

create table checkpoint_head (
  city integer primary key references city,
  n integer not null check (n > 0),
  root bytea not null check (length(root) = 32)
);
insert into checkpoint_head (city, n, root)
  select distinct on (city) city, n, root from checkpoint order by city, n desc;

-- It follows the checkpoints by itself: the application reads it and has no right to write it.
create function raise_checkpoint_head() returns trigger security definer set search_path = public, pg_temp language plpgsql
  as $$
    begin
      insert into checkpoint_head as head (city, n, root) values (new.city, new.n, new.root)
        on conflict (city) do update set n = excluded.n, root = excluded.root where head.n < excluded.n;
      return null;
    end
  $$;
create trigger checkpoint_raises_head after insert on checkpoint for each row execute function raise_checkpoint_head();

-- It is raised and never lowered, whoever asks; the owner would have to disable this by name.
create function refuse_lower_head() returns trigger language plpgsql as $$
  begin
    if new.city <> old.city or new.n <= old.n then
      raise exception 'the newest checkpoint of city % is %, and none before it', old.city, old.n
        using errcode = 'restrict_violation';
    end if;
    return new;
  end
$$;
create trigger checkpoint_head_rises before update on checkpoint_head for each row execute function refuse_lower_head();
create trigger checkpoint_head_stays before delete on checkpoint_head for each row execute function refuse_change();
create trigger checkpoint_head_stays_whole before truncate on checkpoint_head for each statement execute function refuse_change();

alter table checkpoint_head enable row level security;
grant select on checkpoint_head to huiyin_app;
create policy checkpoint_head_read on checkpoint_head for select to huiyin_app using (city = (select app_city()));
