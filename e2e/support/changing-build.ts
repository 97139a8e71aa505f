import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** The platform as seen through a door at which the build can change: its service worker then says another version. */
export interface ChangingBuild {
  origin: string;
  /** A new version is there from now on. */
  change: () => void;
  close: () => Promise<void>;
}

export async function changingBuild(platform: string): Promise<ChangingBuild> {
  let version = 0;
  const target = new URL(platform);
  const server: Server = createServer((incoming, outgoing) => {
    const { "accept-encoding": _compressed, ...headers } = incoming.headers;
    const isWorker = incoming.url === "/sw.js";
    const asked = request(
      {
        host: target.hostname,
        port: target.port,
        method: incoming.method,
        path: incoming.url,
        headers: isWorker ? headers : incoming.headers,
      },
      (answer) => {
        if (!isWorker) {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(outgoing);
          return;
        }
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("end", () => {
          const text = Buffer.concat(parts)
            .toString("utf8")
            .replace(/const VERSION = "([^"]*)"/u, `const VERSION = "$1-${version}"`);
          outgoing.writeHead(200, { "content-type": "text/javascript", "cache-control": "no-cache" });
          outgoing.end(text);
        });
      },
    );
    asked.on("error", () => outgoing.destroy());
    incoming.pipe(asked);
  });
  await new Promise<void>((listening) => {
    server.listen(0, "127.0.0.1", listening);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    change: () => {
      version += 1;
    },
    close: () =>
      new Promise<void>((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
