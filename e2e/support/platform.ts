import { mkdtempSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Platform {
  port: number;
  origin: string;
  dataDirectory: string;
}

/** Phone and desktop journeys run side by side, each on a platform of its own, so that neither sees what the other does. */
export type PlatformName = "PHONE" | "DESKTOP";

/** Address and data directory of a platform under test. Set once; workers inherit them through the environment. */
export async function platform(name: PlatformName): Promise<Platform> {
  const port = Number((process.env[`E2E_${name}_PORT`] ??= String(await freePort())));
  const dataDirectory = (process.env[`E2E_${name}_DATA_DIR`] ??= mkdtempSync(join(tmpdir(), "jinengtong-e2e-")));
  return { port, dataDirectory, origin: `http://127.0.0.1:${port}` };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
