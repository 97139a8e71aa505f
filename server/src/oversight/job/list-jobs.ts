import { z } from "zod";
import { type Database, sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { Id, Instant } from "../../kernel/shapes.ts";

const STATES = {
  failed: "失败",
  retrying: "等待重试",
  running: "正在运行",
  waiting: "等待运行",
  scheduled: "定时未到",
} as const;
type State = keyof typeof STATES;
const LONG_STATES = { waiting: "等待", running: "进行中", done: "完成", failed: "失败" } as const;
const KINDS: Readonly<Record<string, string>> = {
  "roster-import": "花名册导入",
  "policy-proof": "政策草案的证明",
  "policy-impact": "政策草案的影响",
};

/** Limit of listed jobs; the counts cover all. */
const SHOWN = 500;

const Job = z.object({
  id: z.string(),
  task: z.string(),
  name: z.string(),
  state: z.enum(Object.keys(STATES) as [State, ...State[]]),
  stateLabel: z.string(),
  attempts: z.number().int(),
  maxAttempts: z.number().int(),
  runAt: Instant,
  createdAt: Instant,
  lastError: z.string().nullable().describe("只有错误的种类，不含数据"),
});

const LongTask = z.object({
  id: Id,
  kind: z.string(),
  state: z.enum(["waiting", "running", "done", "failed"]),
  stateLabel: z.string(),
  total: z.number().int(),
  done: z.number().int(),
  failed: z.number().int(),
  organisation: z.string().nullable(),
  startedBy: z.string().nullable(),
  createdAt: Instant,
  finishedAt: Instant.nullable(),
});

/** `GET /api/v1/jobs`: background jobs that wait, are retried or failed for good, and progress of long tasks. */
export const listJobs = operation({
  method: "GET",
  path: "/api/v1/jobs",
  summary: "后台任务",
  permission: { roles: ["admin", "security"] },
  carriedBy: { "/admin": "" },
  output: z.object({
    counts: z.object({
      failed: z.number().int(),
      retrying: z.number().int(),
      running: z.number().int(),
      waiting: z.number().int(),
      scheduled: z.number().int(),
    }),
    jobs: z.array(Job),
    longTasks: z.array(LongTask),
    schedules: z.array(z.object({ name: z.string(), lastRun: Instant.nullable() })),
  }),
  async run({ db, actor, services: { house } }) {
    const jobs = await sql<{
      id: string;
      task: string;
      state: State;
      attempts: number;
      max_attempts: number;
      run_at: Date;
      created_at: Date;
      last_error: string | null;
    }>`
      select id::text, task, state, attempts, max_attempts, run_at, created_at, last_error from queue_jobs()
      order by array_position(array['failed', 'retrying', 'running', 'waiting', 'scheduled'], state), run_at, id limit ${SHOWN}`.execute(
      db,
    );
    const counted = await sql<{ state: State; n: number }>`
      select state, count(*)::int as n from queue_jobs() group by state`.execute(db);
    const counts = { failed: 0, retrying: 0, running: 0, waiting: 0, scheduled: 0 };
    for (const { state, n } of counted.rows) counts[state] = n;
    const schedules = await sql<{ task: string; last_run: Date | null }>`
      select task, last_run from queue_schedules() order by task`.execute(db);
    return {
      counts,
      jobs: jobs.rows.map((row) => ({
        id: row.id,
        task: row.task,
        name: house.jobTitles.get(row.task) ?? row.task,
        state: row.state,
        stateLabel: STATES[row.state],
        attempts: row.attempts,
        maxAttempts: row.max_attempts,
        runAt: row.run_at.toISOString(),
        createdAt: row.created_at.toISOString(),
        lastError: row.last_error,
      })),
      longTasks: await longTasks(db, actor.region),
      schedules: schedules.rows.map((row) => ({
        name: house.jobTitles.get(row.task) ?? row.task,
        lastRun: row.last_run?.toISOString() ?? null,
      })),
    };
  },
});

async function longTasks(db: Database, region: string): Promise<z.output<typeof LongTask>[]> {
  const found = await sql<{
    id: string;
    kind: string;
    state: keyof typeof LONG_STATES;
    total: number;
    done: number;
    failed: number;
    organisation: string | null;
    started_by: string | null;
    created_at: Date;
    finished_at: Date | null;
  }>`
    select t.id, t.kind, t.state, t.total, t.done, t.failed, o.name as organisation, a.name as started_by, t.created_at, t.finished_at
    from long_task t left join organisation o on o.id = t.organisation_id left join account a on a.id = t.started_by
    where starts_with(coalesce(t.region, o.region, a.region, ${region}), ${region})
    order by t.state in ('waiting', 'running') desc, t.created_at desc limit 100`.execute(db);
  return found.rows.map((row) => ({
    id: row.id,
    kind: KINDS[row.kind] ?? row.kind,
    state: row.state,
    stateLabel: LONG_STATES[row.state],
    total: row.total,
    done: row.done,
    failed: row.failed,
    organisation: row.organisation,
    startedBy: row.started_by,
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  }));
}
