/**
 * A load generator that costs little beside the server: keep-alive connections, one request at a time on each, answers read by
 * their length. Requests carry what a browser sends. Every answer is checked: status 200, complete, and with the expected text;
 * of compressed ones every fiftieth is decoded for it, since decoding all would cost more than serving them.
 */
import { connect, type Socket } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { percentile } from "./measure.ts";

export interface Asked {
  path: string;
  cookie: string;
  /** Text that only the right answer has, such as an id. */
  holds: string;
  /** Sent as JSON where it is not a GET. */
  post?: { csrfToken: string; body: string };
}

/** Requests that a browser makes one after another; they are timed together. */
export type PageLoad = readonly Asked[];

const BROWSER = [
  "accept: */*",
  "accept-encoding: gzip, deflate, br, zstd",
  "accept-language: zh-CN,zh;q=0.9",
  "user-agent: Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
  "sec-fetch-site: same-origin",
].join("\r\n");
const DECODED_EACH = 50;

export interface LoadResult {
  /** Complete page loads. */
  done: number;
  seconds: number;
  /** Milliseconds from the write of a load's first request to the last byte of its last answer. */
  p50: number;
  p99: number;
  /** Bytes of the bodies of one load, as sent. */
  bytes: number;
  /** Processor time of this process for one load, microseconds. */
  clientMicros: number;
}

const END_OF_HEAD = Buffer.from("\r\n\r\n");

/** Makes these page loads over `connections` for `seconds`, each connection starting at its own place in the round. */
export async function load(options: {
  url: string;
  connections: number;
  seconds: number;
  asked: readonly PageLoad[];
}): Promise<LoadResult> {
  const { hostname, port } = new URL(options.url);
  const loads = options.asked.map((each) =>
    each.map((asked) => ({ head: requestOf(asked, `${hostname}:${port}`), holds: Buffer.from(asked.holds) })),
  );
  const times: number[] = [];
  let bytes = 0;
  const processor = process.cpuUsage();
  const start = performance.now();
  const until = start + options.seconds * 1_000;
  const line = async (n: number): Promise<void> => {
    const socket = connect(Number(port), hostname).setNoDelay(true);
    try {
      let next = Math.floor((n / options.connections) * loads.length);
      let step = 0;
      let answers = 0;
      await new Promise<void>((resolve, reject) => {
        let sentAt = 0;
        const send = (): void => {
          if (step === 0) {
            if (performance.now() >= until) return resolve();
            sentAt = performance.now();
          }
          const request = loads[next % loads.length]?.[step];
          if (!request) return reject(new Error("an empty page load"));
          socket.write(request.head);
        };
        readAnswers(socket, reject, (body, encoding) => {
          bytes += body.length;
          const now = loads[next % loads.length] ?? [];
          const expected = now[step]?.holds;
          const sampled = encoding === null || answers++ % DECODED_EACH === 0;
          if (sampled && (!expected || !decoded(body, encoding).includes(expected)))
            return reject(new Error("an answer is not the one asked for"));
          step += 1;
          if (step === now.length) {
            times.push(performance.now() - sentAt);
            step = 0;
            next += 1;
          }
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

function requestOf({ path, cookie, post }: Asked, host: string): Buffer {
  const start = `${post ? "POST" : "GET"} ${path} HTTP/1.1\r\nhost: ${host}\r\n${BROWSER}\r\ncookie: ${cookie}\r\n`;
  if (!post) return Buffer.from(`${start}\r\n`);
  const length = Buffer.byteLength(post.body);
  return Buffer.from(
    `${start}x-csrf-token: ${post.csrfToken}\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n${post.body}`,
  );
}

/** Answers shared by many are sent as gzip, since its compressed parts can be put together; the rest as brotli. */
function decoded(body: Buffer, encoding: string | null): Buffer {
  if (encoding === null) return body;
  if (encoding === "br") return brotliDecompressSync(body);
  if (encoding === "gzip") return gunzipSync(body);
  throw new Error(`an answer in ${encoding}`);
}

/** Splits the stream into answers. Anything but a complete 200 of stated length is an error. */
function readAnswers(
  socket: Socket,
  fail: (error: Error) => void,
  take: (body: Buffer, encoding: string | null) => void,
): void {
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
    take(body, /\r\ncontent-encoding: (\w+)/iu.exec(text)?.[1] ?? null);
  });
  socket.on("error", fail);
  socket.on("close", () => fail(new Error("a connection was closed")));
}
