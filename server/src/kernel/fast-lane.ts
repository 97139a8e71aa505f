import { Socket } from "node:net";
import pg from "pg";

/** Statements of one kind on their way at once; how many keys make one worth sending before the turn ends; the most of each. */
const AT_A_TIME = 4;
const ENOUGH = 12;
const KEYS = 64;

/** A statement that each connection plans once. The text must be the same at every use of its name. */
export interface Prepared {
  name: string;
  text: string;
}

/**
 * A prepared statement over many keys at once. Each parameter is an array, one for each part of the key; `place` in a row it gives is
 * the place of the key it answers, counted from one (`unnest(…) with ordinality`). At most one row for a key.
 */
export type PreparedForMany = Prepared;

interface Waiting {
  key: readonly unknown[];
  resolve: (row: pg.QueryResultRow | undefined) => void;
  reject: (error: unknown) => void;
}

interface Gathering {
  waiting: Waiting[];
  /** Statements on their way. */
  sent: number;
}

interface Connection {
  client: Promise<pg.Client>;
  socket: Socket;
  /** Sent and not yet answered. */
  waiting: number;
  corked: boolean;
}

/**
 * A few connections that all requests share for short prepared statements. A statement does not wait for the answer to the one before,
 * and what comes in one turn of the event loop leaves in one write: that halves what a statement costs both ends. Every statement is
 * its own transaction; one that may wait for a lock belongs on the pool, for whatever comes after it on its connection would wait too.
 */
export class FastLane {
  private readonly connections = new Set<Connection>();
  private readonly gathered = new Map<string, Gathering>();
  private readonly config: pg.ClientConfig;
  private readonly width: number;
  private readonly greet: (client: pg.ClientBase) => Promise<void>;

  constructor(config: pg.ClientConfig, width: number, greet: (client: pg.ClientBase) => Promise<void>) {
    this.config = config;
    this.width = width;
    this.greet = greet;
  }

  /** Runs a statement on the connection with the least to do. `atOnce`: it does not wait for others of this turn. */
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
   * The row for one key, asked for together with the keys of other requests: what comes in one turn of the event loop, or while as
   * many statements as may be are on their way, is one statement. Nobody waits for others to come, and the busier it is the less each
   * key costs. What is enough for a statement leaves within the turn, so that the database works while the turn goes on.
   */
  one<R extends pg.QueryResultRow>(statement: PreparedForMany, key: readonly unknown[]): Promise<R | undefined> {
    let gathering = this.gathered.get(statement.name);
    if (!gathering) this.gathered.set(statement.name, (gathering = { waiting: [], sent: 0 }));
    const { waiting } = gathering;
    return new Promise((resolve, reject) => {
      waiting.push({ key, resolve: resolve as Waiting["resolve"], reject });
      if (waiting.length >= ENOUGH) this.send(statement, gathering);
      else if (waiting.length === 1) setImmediate(() => this.send(statement, gathering));
    });
  }

  private send(statement: PreparedForMany, gathering: Gathering): void {
    if (gathering.sent >= AT_A_TIME || gathering.waiting.length === 0) return;
    const asked = gathering.waiting.splice(0, KEYS);
    gathering.sent += 1;
    void this.answer(statement, asked).finally(() => {
      gathering.sent -= 1;
      this.send(statement, gathering);
    });
    this.send(statement, gathering);
  }

  private async answer(statement: PreparedForMany, asked: readonly Waiting[]): Promise<void> {
    const columns = (asked[0]?.key ?? []).map((_, part) => asked.map(({ key }) => key[part]));
    try {
      const { rows } = await this.query<{ place: number }>(statement, columns, { atOnce: true });
      const found = new Map(rows.map((row) => [row.place, row]));
      for (const [index, { resolve }] of asked.entries()) resolve(found.get(index + 1));
    } catch (error) {
      // A key that the database refuses must not take the answers of others with it.
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
    return best && (best.waiting === 0 || this.connections.size >= this.width) ? best : this.open();
  }

  private open(): Connection {
    const socket = new Socket();
    const client = new pg.Client({ ...this.config, stream: () => socket, pipeline: true });
    const connection: Connection = { client: this.connect(client), socket, waiting: 0, corked: false };
    this.connections.add(connection);
    // One that breaks is replaced at the next use; what it had not answered is refused to those who wait for it.
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

/** Holds the socket's writes until the end of this turn of the event loop. */
function gather(connection: Connection): void {
  if (connection.corked) return;
  connection.corked = true;
  connection.socket.cork();
  setImmediate(() => {
    connection.corked = false;
    connection.socket.uncork();
  });
}
