/** The load generator, in a process of its own: `node load.ts JSON` with `{ url, connections, seconds, requests: [{ path, cookie }] }`. */
import autocannon from "autocannon";

interface Ask {
  url: string;
  connections: number;
  seconds: number;
  requests: { path: string; cookie: string }[];
}

let text = "";
for await (const piece of process.stdin) text += String(piece);
const { url, connections, seconds, requests } = JSON.parse(text) as Ask;
const result = await autocannon({
  url,
  connections,
  duration: seconds,
  requests: requests.map(({ path, cookie }) => ({ method: "GET", path, headers: { cookie } })),
});
process.stdout.write(
  JSON.stringify({
    perSecond: Math.round(result.requests.average),
    p50: result.latency.p50,
    p99: result.latency.p99,
    max: result.latency.max,
    not200: result.non2xx + result.errors,
  }),
);
