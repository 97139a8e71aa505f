/**
 * A load generator that costs little beside the server: keep-alive connections, one request at a time on each, answers read by
 * their length. Every answer is checked: status 200, complete, and with the expected text.
 */
import { connect, type Socket } from "node:net";
import { percentile } from "./measure.ts";

export interface Asked {
  path: string;
  cookie: string;
  /** Text that only the right answer has, such as an id. */
  holds: string;
}

export interface LoadResult {
  done: number;
  seconds: number;
  /** Milliseconds from a request's write to the last byte of its answer. */
  p50: number;
  p99: number;
  bytes: number;
  /** Processor time of this process for one request, microseconds. */
  clientMicros: number;
}

const END_OF_HEAD = Buffer.from("\r\n\r\n");

/** Requests these over `connections` for `seconds`, each connection starting at its own place in the round. */
export async function load(options: {
  url: string;
  connections: number;
  seconds: number;
  asked: readonly Asked[];
}): Promise<LoadResult> {
  const { hostname, port } = new URL(options.url);
  const requests = options.asked.map(({ path, cookie, holds }) => ({
    head: Buffer.from(`GET ${path} HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncookie: ${cookie}\r\n\r\n`),
    holds: Buffer.from(holds),
  }));
  const times: number[] = [];
  let bytes = 0;
  const processor = process.cpuUsage();
  const start = performance.now();
  const until = start + options.seconds * 1_000;
  const line = async (n: number): Promise<void> => {
    const socket = connect(Number(port), hostname).setNoDelay(true);
    try {
      let next = Math.floor((n / options.connections) * requests.length);
      await new Promise<void>((resolve, reject) => {
        let sentAt = 0;
        const send = (): void => {
          const request = requests[next % requests.length];
          if (!request || performance.now() >= until) return resolve();
          sentAt = performance.now();
          socket.write(request.head);
        };
        readAnswers(socket, reject, (body) => {
          times.push(performance.now() - sentAt);
          bytes += body.length;
          const expected = requests[next++ % requests.length]?.holds;
          if (!expected || !body.includes(expected)) return reject(new Error("an answer is not the one asked for"));
          send();
        });
        socket.once("connect", send);
      });
    } finally {
      socket.destroy();
    }
  };
  await Promise.all(Array.from({ length: options.connections }, (_, n) => line(n)));
  const { user, system } = process.cpuUsage(processor);
  return {
    done: times.length,
    seconds: (performance.now() - start) / 1_000,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    bytes: bytes / times.length,
    clientMicros: (user + system) / times.length,
  };
}

/** Splits the stream into answers. Anything but a complete 200 of stated length is an error. */
function readAnswers(socket: Socket, fail: (error: Error) => void, take: (body: Buffer) => void): void {
  let held: Buffer | null = null;
  socket.on("data", (chunk) => {
    held = held ? Buffer.concat([held, chunk]) : chunk;
    const head = held.indexOf(END_OF_HEAD);
    if (head < 0) return;
    const text = held.toString("latin1", 0, head);
    const length = Number(/\r\ncontent-length: (\d+)/iu.exec(text)?.[1]);
    if (!text.startsWith("HTTP/1.1 200 ") || Number.isNaN(length))
      return fail(new Error(`refused: ${text.slice(0, 40)}`));
    const from = head + END_OF_HEAD.length;
    if (held.length < from + length) return;
    const body = held.subarray(from, from + length);
    held = null;
    take(body);
  });
  socket.on("error", fail);
  socket.on("close", () => fail(new Error("a connection was closed")));
}
