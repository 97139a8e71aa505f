import { Logger as GraphileLogger, run, type Runner, runTaskListOnce, type TaskList } from "graphile-worker";
import type pg from "pg";
import { setTimeout as sleep } from "node:timers/promises";
import { inTransaction, type Context } from "./context.ts";
import { json, sql } from "./database.ts";
import type { EventName, Events } from "./events.ts";
import { queuePool } from "./queue-pool.ts";
import { LivingWorkers } from "./queue-workers.ts";
import type { Services } from "./services.ts";

/** Handler of an event: runs in its own transaction after the emitting one commits, at least once. */
export type Subscription<E extends EventName = EventName> = {
  [Event in E]: {
    event: Event;
    /** Stable name: jobs are stored under it. */
    name: string;
    /** Its Chinese title on the jobs page. */
    title: string;
    run: (context: Context, payload: Events[Event]) => Promise<void>;
  };
}[E];

/** Scheduled work. `cron` in UTC, five fields. */
export interface Schedule {
  /** Stable name: runs are stored under it. */
  name: string;
  /** Its Chinese title on the jobs page. */
  title: string;
  cron: string;
  run(services: Services): Promise<void>;
}

/** All handlers and schedules of the queue. */
export interface QueueWork {
  subscriptions: readonly Subscription[];
  schedules: readonly Schedule[];
}

const AGAIN_MS = 2_000;

/** Starts processing the queue in this process. Several processes may share one queue; jobs of one that died are taken over. */
export async function startQueue(ownerUrl: string, services: Services, work: QueueWork): Promise<Pick<Runner, "stop">> {
  const pool = queuePool(ownerUrl);
  const workers = new LivingWorkers(ownerUrl, services.log);
  await workers.start(pool);
  const begin = async (): Promise<Runner> =>
    run({
      pgPool: pool,
      events: workers.events,
      taskList: taskList(services, work),
      concurrency: 2,
      pollInterval: 1_000,
      noHandleSignals: true,
      logger: silent,
      crontab: work.schedules.map((schedule) => `${schedule.cron} schedule:${schedule.name} ?fill=1h`).join("\n"),
    });
  const stopping = new AbortController();
  let runner = await begin();
  /** A queue that ends by itself starts again: the process has other work, which goes on meanwhile. */
  const keepRunning = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await runner.promise.catch((error: unknown) =>
        services.log.error({ error: errorName(error) }, "the queue ended; it is started again"),
      );
      if (stopping.signal.aborted) return;
      await sleep(AGAIN_MS);
      runner = await begin().catch(() => runner);
    }
  };
  void keepRunning();
  return {
    async stop() {
      stopping.abort();
      await runner.stop();
      await workers.stop();
    },
  };
}

/** Processes jobs on demand, on connections that are kept: for commands and simulations, which wait until all is done. */
export interface QueueDrain {
  /** Processes all jobs that are due, then returns. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

export function openDrain(ownerUrl: string, services: Services, work: QueueWork): QueueDrain {
  const pool = queuePool(ownerUrl);
  const tasks = taskList(services, work);
  return {
    async drain() {
      const client = await pool.connect();
      try {
        // Fanning out events creates jobs that a pass doesn't see.
        while (await isWaiting(client, tasks)) {
          await runTaskListOnce({ logger: silent, noHandleSignals: true }, tasks, client).promise;
          // A pass ends before the queue has written down that its last job is done: on the same connection this comes after it.
          await client.query("select 1");
        }
      } finally {
        client.release();
      }
    },
    close: () => pool.end(),
  };
}

async function isWaiting(client: pg.ClientBase, tasks: TaskList): Promise<boolean> {
  const left = await client.query(
    `select from graphile_worker.jobs
     where run_at <= now() and attempts < max_attempts and locked_at is null and task_identifier = any($1) limit 1`,
    [Object.keys(tasks)],
  );
  return left.rowCount === 1;
}

/** Processes all jobs that are due, then returns; for tests and commands. */
export async function drainQueue(ownerUrl: string, services: Services, work: QueueWork): Promise<void> {
  const queue = openDrain(ownerUrl, services, work);
  try {
    await queue.drain();
  } finally {
    await queue.close();
  }
}

function taskList(services: Services, work: QueueWork): TaskList {
  /** One transaction of one job. The queue stores the message of an error in its table, so like the log it gets only the kind. */
  const inJob = (task: string, perform: (context: Context) => Promise<void>): Promise<void> =>
    inTransaction(services, perform).catch((error: unknown) => {
      services.log.error({ task, error: errorName(error) }, "job failed; it will be tried again");
      throw new Error(errorName(error));
    });
  const tasks: TaskList = {
    // One job per subscription, so that each is retried separately.
    event: (given, { job }) =>
      inJob("event", async (context) => {
        const { event, payload } = given as { event: string; payload: unknown };
        for (const subscription of work.subscriptions.filter((s) => s.event === event)) {
          await sql`select enqueue(${`on:${subscription.name}`}, ${json(payload)}::json, urgency => ${-job.priority})`.execute(
            context.db,
          );
        }
      }),
  };
  for (const subscription of work.subscriptions) {
    tasks[`on:${subscription.name}`] = (payload) =>
      inJob(subscription.name, (context) => subscription.run(context, payload as never));
  }
  for (const schedule of work.schedules) tasks[`schedule:${schedule.name}`] = () => schedule.run(services);
  return tasks;
}

/** Messages of database errors may quote values; only their kind is logged. */
export const errorName = (error: unknown): string =>
  error instanceof Error ? `${error.name}${"code" in error ? ` ${String(error.code)}` : ""}` : "unknown";

const silent = new GraphileLogger(() => () => {});
