/** `admin jobs`: background jobs that wait, run or failed for good. Payloads are left out, since they identify people. */
import { Client } from "pg";
import { withDatabase } from "./connection.ts";

interface JobRow {
  readonly id: string;
  readonly task: string;
  readonly state: string;
  readonly attempts: number;
  readonly maxAttempts: number;
  readonly runAt: Date;
  readonly lastError: string | null;
}

/** Failed work first, then what is due, oldest first. */
const JOBS = `
  SELECT id::text, task_identifier AS task, attempts, max_attempts AS "maxAttempts", run_at AS "runAt",
    left(split_part(last_error, E'\\n', 1), 200) AS "lastError",
    CASE WHEN locked_at IS NOT NULL THEN 'running' WHEN attempts >= max_attempts THEN 'failed'
      WHEN attempts > 0 THEN 'retrying' WHEN run_at > now() THEN 'scheduled' ELSE 'waiting' END AS state
  FROM graphile_worker.jobs
  ORDER BY attempts >= max_attempts DESC, run_at, id LIMIT 1000`;

/** Runs the verb: one JSON object; exit 1 if a job failed for good. */
export async function run(args: readonly string[]): Promise<number> {
  if (args.length > 0) throw new Error("用法：npm run --silent admin -- jobs");
  return withDatabase(async (url) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      const { rows: jobs } = await client.query<JobRow>(JOBS);
      const counts: Record<string, number> = {};
      for (const { state } of jobs) counts[state] = (counts[state] ?? 0) + 1;
      console.log(JSON.stringify({ counts, jobs }, null, 2));
      return (counts.failed ?? 0) > 0 ? 1 : 0;
    } finally {
      await client.end();
    }
  });
}
