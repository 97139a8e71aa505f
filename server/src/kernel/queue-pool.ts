import pg from "pg";
import { isDatabaseAway } from "./refusals.ts";

/** At this SQLSTATE (`cannot_connect_now`) the queue tries a statement again until the database is back. */
const COME_BACK_LATER = "57P03";

/**
 * The queue writes down how a job ended without anybody waiting for it. Where it knows an error for a passing one it tries again; any
 * other ends the process. To it, every way of losing a connection is a passing one.
 */
const passing = (error: unknown): unknown =>
  isDatabaseAway(error) ? Object.assign(error as Error, { code: COME_BACK_LATER }) : error;

const rejectPassing = (error: unknown): never => {
  throw passing(error);
};

/** Connections for the queue, whose loss is never the end of the process. */
export function queuePool(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 4, application_name: "jinengtong-queue" });
  // The next statement reports a broken connection; an unhandled event would end the process.
  pool.on("error", () => {});
  pool.on("connect", (client) => {
    client.on("error", () => {});
    client.query = whenPromised(client.query.bind(client));
  });
  pool.connect = whenPromised(pool.connect.bind(pool));
  return pool;
}

/** The same function, its promise rejecting with passing errors; callers with a callback get theirs as they are. */
function whenPromised<F extends (...given: never[]) => unknown>(call: F): F {
  return ((...given: Parameters<F>) => {
    const answer = call(...given);
    return answer instanceof Promise ? answer.catch(rejectPassing) : answer;
  }) as F;
}
