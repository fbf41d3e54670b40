-- Work done later, enqueued in the transaction that makes it necessary: the job exists if and only if the act does. The
-- queue's own schema is made by the queue's own migrations (see platform/jobs); the application reaches it by this alone.
create function enqueue_job(job text, payload json, run_at timestamptz, key text)
  returns void security definer set search_path = public, pg_temp language plpgsql
  as $$
    begin
      if app_city() is null then
        raise exception 'a job belongs to a city';
      end if;
      perform graphile_worker.add_job(
        identifier => job, payload => json_build_object('city', app_city(), 'given', payload),
        run_at => run_at, job_key => app_city() || ':' || key);
    end
  $$;
revoke execute on function enqueue_job from public;
grant execute on function enqueue_job to huiyin_app;
