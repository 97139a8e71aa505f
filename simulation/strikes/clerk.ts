/** Somebody at work while machines fail: sends each act again, under its key, until it is answered. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Processes } from "./processes.ts";

/** Answers met meanwhile, counted by status; `away`: nobody answered. */
export type Answers = Map<string, number>;

/** The body of an acknowledged act. */
export type Reply = Record<string, unknown>;

/** One file, as a browser's form sends it. */
export interface Sheet {
  name: string;
  content: string | Buffer;
}

const AGAIN_MS = 100;
/** Longer than the platform waits for anything. */
const PATIENCE_MS = 45_000;
const unanswered = (error: unknown): string =>
  error instanceof Error && error.name === "TimeoutError" ? `nothing for ${PATIENCE_MS / 1_000} s` : "away";

export class Clerk {
  readonly answers: Answers = new Map();
  readonly #processes: Processes;
  #cookie = "";
  #csrf = "";

  constructor(processes: Processes) {
    this.#processes = processes;
  }

  /** Signs in with an initial password and sets another. */
  static async begin(processes: Processes, username: string, password: string): Promise<Clerk> {
    const clerk = new Clerk(processes);
    const opened = await clerk.send("POST", "/api/v1/session", "", { username, password });
    clerk.#csrf = String(opened["csrfToken"]);
    await clerk.send("PUT", "/api/v1/me/password", "", {
      current: password,
      next: `大江东去浪淘尽 ${[...username].toReversed().join("")}`,
    });
    return clerk;
  }

  /** Sends until it is acknowledged. A refusal ends the whole: the act was honest, so it met a trace of its own first sending. */
  async send(method: string, url: string, key: string, body?: object | Sheet): Promise<Reply> {
    for (;;) {
      const reply = await this.#once(method, url, key, body);
      if (reply !== null) return reply;
      await sleep(AGAIN_MS);
    }
  }

  /** The bytes of a file. */
  async download(url: string): Promise<Buffer> {
    const address = this.#processes.nextAddress();
    const response = await fetch(`${address}${url}`, { headers: { cookie: this.#cookie } });
    return Buffer.from(await response.arrayBuffer());
  }

  async #once(method: string, url: string, key: string, body?: object | Sheet): Promise<Reply | null> {
    const address = this.#processes.nextAddress();
    if (address === null) return null;
    const response = await fetch(`${address}${url}`, {
      method,
      headers: {
        ...(body !== undefined && !isSheet(body) ? { "content-type": "application/json" } : {}),
        ...(this.#cookie === "" ? {} : { cookie: this.#cookie, "x-csrf-token": this.#csrf }),
        ...(key === "" ? {} : { "idempotency-key": key }),
      },
      body: body === undefined ? null : isSheet(body) ? formOf(body) : JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch(unanswered);
    if (typeof response === "string") return this.#count(response);
    const text = await response.text().catch(() => null);
    if (text === null) return this.#count("away");
    const cookie = response.headers.get("set-cookie")?.split(";")[0];
    if (cookie !== undefined) this.#cookie = cookie;
    if (response.status === 503)
      return this.#count(response.headers.has("retry-after") ? "503" : "503 without Retry-After");
    this.#count(String(response.status));
    if (response.status >= 400 && response.status < 500)
      throw new Error(`${method} ${url} → ${response.status} ${text}`);
    return response.status >= 500 ? null : (JSON.parse(text) as Reply);
  }

  #count(answer: string): null {
    this.answers.set(answer, (this.answers.get(answer) ?? 0) + 1);
    return null;
  }
}

const isSheet = (body: object | Sheet): body is Sheet => "content" in body;

function formOf({ name, content }: Sheet): FormData {
  const form = new FormData();
  form.append("file", new Blob([Uint8Array.from(Buffer.from(content))]), name);
  return form;
}
