import type { Invariant } from "./invariant.ts";

export const noWorkLost: Invariant = {
  sentence:
    "At night no background work is due: none waits, none has failed for good, none belongs to a process that is gone.",
  each: "day",
  async check({ world }) {
    const { rows } = await world.owner.query<{ task: string; n: number; error: string | null }>(
      `select task_identifier as task, count(*)::int as n, max(last_error) as error from graphile_worker.jobs
       where run_at <= now() group by 1 order by 1`,
    );
    return rows.map(({ task, n, error }) => `${n} × ${task} left in the queue${error === null ? "" : `: ${error}`}`);
  },
};
