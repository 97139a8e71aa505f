import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";

const ROOT = path.resolve(import.meta.dirname, "../..");

export interface Started {
  origin: string;
  stop: () => Promise<void>;
}

/** Starts the program with the pages as they are built, with these variables added to the environment. End it with `stop`. */
export async function startPlatform(variables: Record<string, string>): Promise<Started> {
  const child = spawn(process.execPath, ["server/src/main.ts"], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, PAGES: "0", LOG_LEVEL: "error", ...variables },
  });
  const exit = once(child, "exit");
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    await exit;
  };
  const lines = createInterface(child.stdout);
  for await (const line of lines) {
    const origin = /^ready (http:\S+)/u.exec(line)?.[1];
    if (origin === undefined) continue;
    // Nobody reads what follows: an unread pipe would fill up and stop the program.
    child.stdout.resume();
    return { origin, stop };
  }
  await stop();
  throw new Error(`the platform did not start with ${JSON.stringify(variables)}`);
}
