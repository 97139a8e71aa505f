-- Codes that somebody waits for don't queue behind ten thousand other events. The queue takes the lowest priority first.
DROP FUNCTION enqueue(text, json, text, timestamptz);
CREATE FUNCTION enqueue(
  task text, payload json, job_key text DEFAULT NULL, run_at timestamptz DEFAULT now(), urgency int DEFAULT 0
) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM graphile_worker.add_job(task, payload, run_at => run_at, job_key => job_key, max_attempts => 12, priority => -urgency);
END $$;
