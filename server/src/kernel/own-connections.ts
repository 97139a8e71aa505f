import pg from "pg";

const ROUNDS = 4;

/** A connection pooler in transaction mode stands between the platform and its database. */
export class SharedConnections extends Error {
  constructor() {
    super(
      "DATABASE_URL 后面的连接池按事务分配数据库连接（如 PgBouncer 的 pool_mode=transaction），平台的角色、锁和通知会落到别人的连接上。" +
        "请把连接池改为 session 方式，或让平台直接连接 PostgreSQL。",
    );
    this.name = "SharedConnections";
  }
}

/**
 * Refuses a database whose connections are shared between statements: the platform sets its role once for each connection, holds locks
 * of sessions and listens on them. Two clients that are connected at once, taking turns inside and outside a transaction, must each
 * keep a server process of their own.
 */
export async function requireOwnConnections(url: string): Promise<void> {
  const clients = [url, url].map(
    (connectionString) =>
      new pg.Client({ connectionString, connectionTimeoutMillis: 15_000, application_name: "jinengtong-start" }),
  );
  const [one, other] = clients as [pg.Client, pg.Client];
  const seen = new Map<pg.Client, Set<number>>(clients.map((client) => [client, new Set()]));
  const look = async (client: pg.Client): Promise<void> => {
    const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
    seen.get(client)?.add(rows[0]?.pid ?? 0);
  };
  try {
    for (const client of clients) await client.connect();
    for (let round = 0; round < ROUNDS; round += 1) {
      await look(one);
      await look(other);
      await other.query("begin");
      await look(other);
      await look(one);
      await other.query("commit");
    }
  } finally {
    await Promise.all(clients.map((client) => client.end().catch(() => {})));
  }
  const pids = [...seen.values()];
  if (pids.some((each) => each.size > 1) || new Set(pids.flatMap((each) => [...each])).size < pids.length)
    throw new SharedConnections();
}
