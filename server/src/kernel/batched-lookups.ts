import { Socket } from "node:net";
import pg from "pg";

/** Keys of one batch at most. */
const MAX_BATCH = 64;

/** A prepared statement, planned once per connection. A name must always have the same text. */
export interface Prepared {
  name: string;
  text: string;
}

/**
 * A prepared statement that looks up many keys at once. Each parameter is an array, one for each part of the key. Each row has in
 * `place` the 1-based position of its key (`unnest(…) with ordinality`); at most one row per key.
 */
export type BatchStatement = Prepared;

export interface BatchingOptions {
  /** Connections at most. */
  width: number;
  /** Batches of one statement in flight at once. */
  inFlight: number;
  /** A batch of this many keys is sent before the turn of the event loop ends. */
  early: number;
}

interface Waiting {
  key: readonly unknown[];
  resolve: (row: pg.QueryResultRow | undefined) => void;
  reject: (error: unknown) => void;
}

interface Gathering {
  waiting: Waiting[];
  /** Batches in flight. */
  sent: number;
}

interface Connection {
  client: Promise<pg.Client>;
  socket: Socket;
  /** Statements sent and not yet answered. */
  waiting: number;
  corked: boolean;
}

/**
 * Pipelined, batched lookups over a few connections that all requests share, for short prepared statements. Pipelined: a statement is
 * sent without waiting for the previous answer, and statements of one turn of the event loop leave in one write, which halves the cost
 * at both ends. Every statement is its own transaction, committed before it is answered. One that may wait for a lock or writes belongs
 * on connections of its own kind, since it would block the statements behind it.
 */
export class BatchedLookups {
  private readonly connections = new Set<Connection>();
  private readonly gathered = new Map<string, Gathering>();
  private readonly config: pg.ClientConfig;
  private readonly options: BatchingOptions;
  private readonly greet: (client: pg.ClientBase) => Promise<void>;

  constructor(config: pg.ClientConfig, options: BatchingOptions, greet: (client: pg.ClientBase) => Promise<void>) {
    this.config = config;
    this.options = options;
    this.greet = greet;
  }

  /** Runs a statement on the least busy connection. `atOnce` sends it now instead of with the other statements of this turn. */
  async query<R extends pg.QueryResultRow = pg.QueryResultRow>(
    statement: Prepared,
    values: unknown[],
    options: { atOnce?: boolean } = {},
  ): Promise<pg.QueryResult<R>> {
    const connection = this.choose();
    connection.waiting += 1;
    try {
      const client = await connection.client;
      if (!options.atOnce) gather(connection);
      return await client.query<R>({ name: statement.name, text: statement.text, values });
    } finally {
      connection.waiting -= 1;
    }
  }

  /**
   * The row of one key, asked in a batch with the keys of other requests; undefined if there is none. A batch holds the keys of one
   * turn of the event loop, or those that arrived while as many batches as may be (`inFlight`) were in flight: nobody waits for a batch
   * to fill, and the cost per key falls as load rises. A batch of `early` keys leaves within the turn, so that the database works
   * meanwhile. Where the database refuses a batch, nothing of it has happened, and each of its keys is asked alone.
   */
  one<R extends pg.QueryResultRow>(statement: BatchStatement, key: readonly unknown[]): Promise<R | undefined> {
    let gathering = this.gathered.get(statement.name);
    if (!gathering) this.gathered.set(statement.name, (gathering = { waiting: [], sent: 0 }));
    const { waiting } = gathering;
    return new Promise((resolve, reject) => {
      waiting.push({ key, resolve: resolve as Waiting["resolve"], reject });
      if (waiting.length >= this.options.early) this.send(statement, gathering);
      else if (waiting.length === 1) setImmediate(() => this.send(statement, gathering));
    });
  }

  private send(statement: BatchStatement, gathering: Gathering): void {
    if (gathering.sent >= this.options.inFlight || gathering.waiting.length === 0) return;
    const asked = gathering.waiting.splice(0, MAX_BATCH);
    gathering.sent += 1;
    void this.answer(statement, asked).finally(() => {
      gathering.sent -= 1;
      this.send(statement, gathering);
    });
    this.send(statement, gathering);
  }

  private async answer(statement: BatchStatement, asked: readonly Waiting[]): Promise<void> {
    const columns = (asked[0]?.key ?? []).map((_, part) => asked.map(({ key }) => key[part]));
    try {
      const { rows } = await this.query<{ place: number }>(statement, columns, { atOnce: true });
      const found = new Map(rows.map((row) => [row.place, row]));
      for (const [index, { resolve }] of asked.entries()) resolve(found.get(index + 1));
    } catch (error) {
      // One bad key must not fail the whole batch: ask again, key by key.
      if (asked.length > 1 && error instanceof pg.DatabaseError)
        await Promise.all(asked.map((each) => this.answer(statement, [each])));
      else for (const { reject } of asked) reject(error);
    }
  }

  async close(): Promise<void> {
    const open = [...this.connections];
    this.connections.clear();
    await Promise.all(open.map(({ client }) => client.then((each) => each.end()).catch(() => {})));
  }

  private choose(): Connection {
    let best: Connection | undefined;
    for (const each of this.connections) if (!best || each.waiting < best.waiting) best = each;
    return best && (best.waiting === 0 || this.connections.size >= this.options.width) ? best : this.open();
  }

  private open(): Connection {
    const socket = new Socket();
    const client = new pg.Client({ ...this.config, stream: () => socket, pipeline: true });
    const connection: Connection = { client: this.connect(client), socket, waiting: 0, corked: false };
    this.connections.add(connection);
    // A broken connection is replaced at the next use; its unanswered statements reject.
    const forget = (): void => void this.connections.delete(connection);
    client.on("error", forget);
    client.on("end", forget);
    connection.client.catch(forget);
    return connection;
  }

  private async connect(client: pg.Client): Promise<pg.Client> {
    await client.connect();
    await this.greet(client);
    return client;
  }
}

/** Corks the socket until the end of this turn of the event loop, so that its statements leave in one write. */
function gather(connection: Connection): void {
  if (connection.corked) return;
  connection.corked = true;
  connection.socket.cork();
  setImmediate(() => {
    connection.corked = false;
    connection.socket.uncork();
  });
}
