/** The platform's processes as an operator runs them: real ones, started again when they were killed. */
import { spawn, type ChildProcess } from "node:child_process";
import path from "node:path";

const MAIN = path.resolve(import.meta.dirname, "../../server/src/main.ts");

interface Running {
  child: ChildProcess;
  address: string;
}

export class Processes {
  /** Ends that nobody asked for, each with its code or signal: what a lost connection must never cause. */
  readonly losses: string[] = [];
  readonly #environment: NodeJS.ProcessEnv;
  readonly #running: (Running | null)[];
  /** Processes whose end was asked for. */
  readonly #ended = new WeakSet<ChildProcess>();
  #turn = 0;

  private constructor(environment: NodeJS.ProcessEnv, count: number) {
    this.#environment = environment;
    this.#running = Array.from({ length: count }, () => null);
  }

  static async start(given: { databaseUrl: string; dataDir: string; count: number }): Promise<Processes> {
    const processes = new Processes(
      {
        ...process.env,
        DATABASE_URL: undefined,
        EMBEDDED_DATABASE_URL: given.databaseUrl,
        DATA_DIR: given.dataDir,
        DEMO: "0",
        PAGES: "0",
        PORT: "0",
        POOL_SIZE: "8",
        LOG_LEVEL: "silent",
      },
      given.count,
    );
    try {
      for (let n = 0; n < given.count; n += 1) await processes.#startAt(n);
    } catch (error) {
      await processes.stop();
      throw error;
    }
    return processes;
  }

  get count(): number {
    return this.#running.length;
  }

  /** Address of a process that is up, each in turn; null while none is. */
  nextAddress(): string | null {
    for (let tries = 0; tries < this.count; tries += 1) {
      const found = this.#running[(this.#turn += 1) % this.count];
      if (found) return found.address;
    }
    return null;
  }

  /** Kills a process without a word and starts another in its place. */
  async strike(n: number): Promise<void> {
    const running = this.#running[n];
    this.#running[n] = null;
    if (running) await this.#end(running.child, "SIGKILL");
    await this.#startAt(n);
  }

  async stop(): Promise<void> {
    const running = this.#running.filter((each) => each !== null);
    await Promise.all(running.map(({ child }) => this.#end(child, "SIGTERM")));
  }

  async #startAt(n: number): Promise<void> {
    const child = spawn(process.execPath, [MAIN], {
      env: this.#environment,
      stdio: ["ignore", "pipe", "inherit"],
    });
    child.once("exit", (code, signal) => {
      if (this.#ended.has(child)) return;
      this.losses.push(`process ${n + 1} ended by itself: ${signal ?? code}`);
      this.#running[n] = null;
    });
    let said = "";
    const address = await new Promise<string>((resolve, reject) => {
      child.once("exit", () => reject(new Error("a process did not start")));
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        said += text;
        const ready = /ready (http:\S+)/u.exec(said)?.[1];
        if (ready !== undefined) resolve(ready);
      });
    });
    this.#running[n] = { child, address };
  }

  async #end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
    this.#ended.add(child);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await gone;
  }
}
