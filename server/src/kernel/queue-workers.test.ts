import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../test/index.ts";
import { queueTexts, type TextMessage } from "./outbox.ts";
import { startQueue } from "./queue.ts";
import { freeJobsOfGoneWorkers } from "./queue-workers.ts";

let app: TestApp;
let owner: pg.Pool;
beforeAll(async () => {
  app = await createTestApp();
  owner = new pg.Pool({ connectionString: app.ownerUrl, max: 3 });
});
afterAll(async () => {
  await owner.end();
  await app.close();
});

const text = (phone: string): TextMessage => ({ phone, template: "phone-code", text: "1" });

/** A job that this worker took so long ago. */
async function taken(worker: string, ago: string): Promise<string> {
  const job = await owner.query<{ id: string }>("select id from graphile_worker.add_job('nobody-runs-this', '{}')");
  const id = job.rows[0]?.id ?? "";
  await owner.query(
    `update graphile_worker._private_jobs set locked_by = $2, locked_at = now() - $3::interval where id = $1`,
    [id, worker, ago],
  );
  return id;
}

const holders = async (ids: string[]): Promise<(string | null)[]> => {
  const jobs = await owner.query<{ id: string; locked_by: string | null }>(
    "select id, locked_by from graphile_worker._private_jobs where id = any($1)",
    [ids],
  );
  return ids.map((id) => jobs.rows.find((job) => job.id === id)?.locked_by ?? null);
};

describe("a process that dies", () => {
  it("gives its jobs back within a minute; those of a living process and those just taken stay", async () => {
    const living = await owner.connect();
    await living.query("select pg_advisory_lock(hashtextextended('worker-living', 0))");
    const jobs = [
      await taken("worker-gone", "1 minute"),
      await taken("worker-living", "1 minute"),
      await taken("worker-new", "1 second"),
    ];
    expect(await freeJobsOfGoneWorkers(owner)).toBe(1);
    expect(await holders(jobs)).toEqual([null, "worker-living", "worker-new"]);
    await living.query("select pg_advisory_unlock_all()");
    living.release();
  });

  it("is told from a living one, whose job may run as long as it needs", async () => {
    const ending = Promise.withResolvers<void>();
    let runs = 0;
    const queue = await startQueue(app.ownerUrl, app.services, {
      subscriptions: [],
      schedules: [
        {
          name: "long",
          title: "很久",
          cron: "0 0 1 1 *",
          run: () => {
            runs += 1;
            return ending.promise;
          },
        },
      ],
    });
    await owner.query("select graphile_worker.add_job('schedule:long', '{}')");
    await expect.poll(() => runs).toBe(1);
    const job = await owner.query<{ id: string }>(
      `update graphile_worker._private_jobs set locked_at = now() - interval '1 minute'
       where task_id = (select id from graphile_worker._private_tasks where identifier = 'schedule:long') returning id`,
    );
    await freeJobsOfGoneWorkers(owner);
    expect(await holders(job.rows.map(({ id }) => id))).not.toEqual([null]);
    ending.resolve();
    await queue.stop();
    expect(runs).toBe(1);
  });

  it("is told from a living one by a lock that is taken again when its connection was lost", async () => {
    const queue = await startQueue(app.ownerUrl, app.services, { subscriptions: [], schedules: [] });
    const locks = async (): Promise<number> => {
      const found = await owner.query<{ n: number }>(
        `select count(*)::int as n from pg_locks l join pg_stat_activity a using (pid)
         where l.locktype = 'advisory' and a.datname = current_database() and a.application_name = 'jinengtong-queue-workers'`,
      );
      return found.rows[0]?.n ?? 0;
    };
    await expect.poll(locks).toBe(1);
    await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'jinengtong-queue-workers'`,
    );
    await expect.poll(locks, { timeout: 10_000 }).toBe(1);
    await queue.stop();
    await expect.poll(locks).toBe(0);
  });
});

describe("texts", () => {
  it("with a code are sent before everything that waits", async () => {
    const sent: string[] = [];
    app.services.sms = { send: async (phone) => void sent.push(phone) };
    await app.work((context) => queueTexts(context, [text("13800000001"), text("13800000002")]));
    await app.work((context) => queueTexts(context, [text("13800000009")], { urgent: true }));
    await app.drain();
    expect(sent).toEqual(["13800000009", "13800000001", "13800000002"]);
  });

  it("to a number that the gateway refuses don't hold up the others", async () => {
    const sent: string[] = [];
    app.services.sms = {
      send: (phone) =>
        phone === "13800000003" ? Promise.reject(new Error("no such number")) : Promise.resolve(void sent.push(phone)),
    };
    await app.work((context) => queueTexts(context, [text("13800000003"), text("13800000004")]));
    await app.drain();
    expect(sent).toEqual(["13800000004"]);
  });
});
