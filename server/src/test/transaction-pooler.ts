import { createServer, type Socket } from "node:net";
import pg from "pg";

/**
 * A pooler as PgBouncer is in transaction mode, as far as statements without parameters go: a client has a server connection only
 * within a transaction, and outside one for a statement. `roundRobin` lends the free connections in turn instead of the last used one.
 */
export async function transactionPooler(
  databaseUrl: string,
  options: { roundRobin?: boolean } = {},
): Promise<{ url: string; close(): Promise<void> }> {
  const servers = [new pg.Client(databaseUrl), new pg.Client(databaseUrl)];
  for (const server of servers) await server.connect();
  const free = [...servers];
  const waiting: ((server: pg.Client) => void)[] = [];
  const borrow = (): Promise<pg.Client> => {
    const next = options.roundRobin ? free.shift() : free.pop();
    return next ? Promise.resolve(next) : new Promise((resolve) => waiting.push(resolve));
  };
  const giveBack = (server: pg.Client): void => {
    const next = waiting.shift();
    if (next) next(server);
    else free.push(server);
  };
  const sockets = new Set<Socket>();
  const listening = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    let held: pg.Client | null = null;
    serveClient(socket, async (text) => {
      const server = held ?? (await borrow());
      if (text === "begin") held = server;
      if (text === "commit") held = null;
      const { rows, command } = await server.query<unknown[]>({ text, rowMode: "array" });
      if (!held) giveBack(server);
      return { rows, command, inside: held !== null };
    });
  });
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  const address = listening.address();
  return {
    url: `postgres://pooled@127.0.0.1:${typeof address === "object" && address ? address.port : 0}/pooled`,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => listening.close(resolve));
      await Promise.all(servers.map((server) => server.end()));
    },
  };
}

interface Answer {
  rows: unknown[][];
  command: string;
  inside: boolean;
}

/** The server's side of the protocol for one client: its greeting, then a statement at a time. */
function serveClient(socket: Socket, run: (text: string) => Promise<Answer>): void {
  let received = Buffer.alloc(0);
  let greeted = false;
  const read = async (): Promise<void> => {
    for (;;) {
      const header = greeted ? 1 : 0;
      if (received.length < header + 4) return;
      const end = header + received.readInt32BE(header);
      if (received.length < end) return;
      const message = received.subarray(0, end);
      received = received.subarray(end);
      if (!greeted) {
        greeted = true;
        socket.write(Buffer.concat([encoded("R", int32(0)), ready(false)]));
      } else if (String.fromCharCode(message[0] ?? 0) === "Q") {
        socket.write(encode(await run(message.toString("utf8", 5, end - 1))));
      }
    }
  };
  let reading = Promise.resolve();
  socket.on("data", (chunk) => {
    received = Buffer.concat([received, chunk]);
    reading = reading.then(read);
  });
}

const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};
const int16 = (value: number): Buffer => int32(value).subarray(2);
const encoded = (kind: string, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(kind), int32(body.length + 4), body]);
};
const ready = (inside: boolean): Buffer => encoded("Z", Buffer.from(inside ? "T" : "I"));

/** One column of text, or none. */
function encode({ rows, command, inside }: Answer): Buffer {
  const TEXT = 25;
  const column = Buffer.concat([Buffer.from("pid\0"), int32(0), int16(0), int32(TEXT), int16(-1), int32(-1), int16(0)]);
  const lines = rows.map(([value]) => {
    const bytes = Buffer.from(String(value));
    return encoded("D", int16(1), int32(bytes.length), bytes);
  });
  return Buffer.concat([
    ...(rows.length > 0 ? [encoded("T", int16(1), column), ...lines] : []),
    encoded("C", Buffer.from(`${command}\0`)),
    ready(inside),
  ]);
}
