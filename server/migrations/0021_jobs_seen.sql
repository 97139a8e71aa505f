-- The queue's tables belong to the owner, and its payloads name people by id: the platform sees what each job is and how it fares,
-- and may have one that failed tried again; nothing else.

CREATE FUNCTION queue_jobs() RETURNS TABLE (id bigint, task text, state text, attempts int, max_attempts int, run_at timestamptz,
  created_at timestamptz, last_error text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN QUERY
  SELECT j.id::bigint, j.task_identifier, CASE WHEN j.locked_at IS NOT NULL THEN 'running' WHEN j.attempts >= j.max_attempts THEN 'failed'
      WHEN j.attempts > 0 THEN 'retrying' WHEN j.run_at > now() THEN 'scheduled' ELSE 'waiting' END,
    j.attempts::int, j.max_attempts::int, j.run_at, j.created_at, left(split_part(j.last_error, E'\n', 1), 200)
  FROM graphile_worker.jobs j;
END $$;

CREATE FUNCTION queue_schedules() RETURNS TABLE (task text, last_run timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN QUERY SELECT c.identifier, c.last_execution FROM graphile_worker._private_known_crontabs c;
END $$;

-- Work that waits for its next try, or failed for good, is due at once with all its tries before it; true where there was such work.
CREATE FUNCTION retry_job(job bigint) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM FROM graphile_worker.jobs j WHERE j.id = job AND j.attempts > 0 AND j.locked_at IS NULL;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM graphile_worker.reschedule_jobs(ARRAY[job], run_at => now(), attempts => 0);
  RETURN true;
END $$;

REVOKE ALL ON FUNCTION queue_jobs(), queue_schedules(), retry_job(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION queue_jobs(), queue_schedules(), retry_job(bigint) TO jinengtong_app;
