import { expect, request, type APIRequestContext } from "@playwright/test";
import { demoAccounts } from "./accounts.ts";

/** An office's part of a journey, done through the API operations that its pages use. */
export class Office {
  readonly role: string | null;
  readonly #requests: APIRequestContext;
  readonly #token: string;

  private constructor(role: string | null, requests: APIRequestContext, token: string) {
    this.role = role;
    this.#requests = requests;
    this.#token = token;
  }

  /** A client without a session. */
  static async visitor(baseURL: string): Promise<Office> {
    return new Office(null, await request.newContext({ baseURL }), "");
  }

  /** Signed in as the `ordinal`-th demo account of a role. */
  static async open(baseURL: string, role: string, ordinal = 0): Promise<Office> {
    const account = demoAccounts().filter((one) => one.role === role)[ordinal];
    if (account === undefined) throw new Error(`no demo account ${ordinal} of role ${role}`);
    const requests = await request.newContext({ baseURL });
    const { username, password } = account;
    const answer = await requests.post("/api/v1/session", { data: { username, password } });
    expect(answer.ok(), `sign-in as ${username}`).toBe(true);
    return new Office(role, requests, ((await answer.json()) as { csrfToken: string }).csrfToken);
  }

  async read<T>(path: string): Promise<T> {
    const answer = await this.#requests.get(path);
    expect(answer.ok(), `${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
    return (await answer.json()) as T;
  }

  async send<T>(path: string, data: unknown): Promise<T> {
    const headers = { "x-csrf-token": this.#token, "idempotency-key": crypto.randomUUID() };
    const answer = await this.#requests.post(path, { data, headers });
    expect(answer.ok(), `${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
    return (await answer.json()) as T;
  }

  /** Sends a CSV file as a person would upload it. */
  async upload<T>(path: string, name: string, csv: string): Promise<T> {
    const headers = { "x-csrf-token": this.#token, "idempotency-key": crypto.randomUUID() };
    const file = { name, mimeType: "text/csv", buffer: Buffer.from(csv) };
    const answer = await this.#requests.post(path, { multipart: { file }, headers });
    expect(answer.ok(), `${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
    return (await answer.json()) as T;
  }

  /** Session for a browser that continues with the same sign-in. */
  cookies(): ReturnType<APIRequestContext["storageState"]> {
    return this.#requests.storageState();
  }

  async close(): Promise<void> {
    await this.#requests.dispose();
  }
}
