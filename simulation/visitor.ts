/** Somebody at a browser: signs in as people do, keeps the cookie, and acts only through the platform's operations. */
import type { InjectOptions } from "fastify";
import type { ApiMap } from "../server/src/index.ts";
import type { World } from "./world.ts";

export type Route = keyof ApiMap;
export type Output<R extends Route> = ApiMap[R]["output"];

/** Parameters, query and body of one call, each only where the operation has them. */
export interface Input {
  params?: Record<string, string | number>;
  query?: Record<string, string | number | boolean | undefined>;
  /** The act's subject, for the history. */
  about?: string;
  /** Refusals that this act may meet in an honest county, by code. */
  may?: readonly string[];
}
/** A filter that the operation doesn't have would be ignored, so it is refused here. */
type WithBody<R extends Route> = Omit<Input, "query"> & {
  query?: ApiMap[R]["query"];
} & (ApiMap[R]["body"] extends Record<string, never> ? { body?: unknown } : { body?: ApiMap[R]["body"] });

export interface Answer<T> {
  status: number;
  code: string;
  body: T;
}

/** An act that the platform should have let happen, or answered in words. */
export class Unexpected extends Error {
  override readonly name = "Unexpected";
}

export class Visitor {
  readonly world: World;
  readonly name: string;
  /** No other browser's, also where two are of one name: keys of acts begin with it. */
  readonly #address: string;
  #cookie = "";
  #csrf = "";
  #seenAt = 0;
  #acts = 0;

  constructor(world: World, name: string) {
    this.world = world;
    this.name = name;
    this.#address = world.nextAddress();
  }

  /** Whether the session still holds: the platform ends it after two idle hours, and after twelve in any case. */
  isSignedIn(): boolean {
    return this.#cookie !== "" && this.world.clock.now().getTime() - this.#seenAt < 110 * 60_000;
  }

  leave(): void {
    this.#cookie = "";
  }

  async signInByPassword(username: string, password: string): Promise<void> {
    this.leave();
    const { body } = await this.do("POST /api/v1/session", { body: { username, password } });
    this.#csrf = body.csrfToken;
  }

  /** Asks for a code and reads it on the phone. `choose` picks one of a family that shares it. */
  async signInByPhone(phone: string, accountId?: string): Promise<void> {
    this.leave();
    const code = await this.phoneCode(phone, "sign-in");
    const { body } = await this.do("POST /api/v1/session/phone", {
      body: { phone, code, ...(accountId === undefined ? {} : { accountId }) },
    });
    this.#csrf = body.csrfToken;
  }

  async phoneCode(phone: string, purpose: "sign-in" | "register"): Promise<string> {
    await this.do("POST /api/v1/session/phone-code", { body: { phone, purpose } });
    await this.world.settle();
    const code = /验证码 (\d{6})/u.exec(this.world.textsOf(phone).at(-1) ?? "")?.[1];
    if (code === undefined) throw new Unexpected(`${this.name} got no code by text message`);
    return code;
  }

  /** False where others have written the record without this phone: the counter records it first. */
  async register(body: ApiMap["POST /api/v1/people"]["body"]): Promise<boolean> {
    const answer = await this.do("POST /api/v1/people", { body, may: ["registration-refused"] });
    if (answer.status >= 400) return false;
    this.#csrf = answer.body.csrfToken;
    return true;
  }

  /** Calls an operation. A refusal that is not among `may` ends the simulation: an honest act was refused. */
  async do<R extends Route>(route: R, input: WithBody<R> = {} as WithBody<R>): Promise<Answer<Output<R>>> {
    const payload = input.body === undefined ? undefined : (input.body as object);
    return this.#call(route, input as Input, payload === undefined ? {} : { payload });
  }

  /** Uploads one file as a browser's form does. */
  async upload<R extends Route>(
    route: R,
    file: { name: string; content: Buffer | string },
    input: Input = {},
  ): Promise<Answer<Output<R>>> {
    const boundary = "----simulation";
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
    return this.#call(route, input, {
      headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
      payload: Buffer.concat([Buffer.from(head), Buffer.from(file.content), Buffer.from(`\r\n--${boundary}--\r\n`)]),
    });
  }

  async #call<R extends Route>(route: R, input: Input, sent: InjectOptions): Promise<Answer<Output<R>>> {
    const [method = "GET", path = ""] = route.split(" ");
    const query = Object.entries(input.query ?? {}).flatMap(([key, value]) =>
      value === undefined ? [] : [`${key}=${encodeURIComponent(value)}`],
    );
    const url = path.replace(/:(\w+)/gu, (_, key: string) => encodeURIComponent(input.params?.[key] ?? ""));
    const options: InjectOptions = {
      ...sent,
      method: method as "GET",
      url: query.length === 0 ? url : `${url}?${query.join("&")}`,
      remoteAddress: this.#address,
      headers: {
        ...sent.headers,
        ...(this.#cookie === "" ? {} : { cookie: `jnt_session=${this.#cookie}`, "x-csrf-token": this.#csrf }),
        ...(method === "GET" ? {} : { "idempotency-key": `${this.#address} ${(this.#acts += 1)}` }),
      },
    };
    const response = await this.world.request(options);
    const cookie = response.cookies.find((each) => each.name === "jnt_session");
    if (cookie) this.#cookie = cookie.value;
    this.#seenAt = this.world.clock.now().getTime();
    const isJson = String(response.headers["content-type"] ?? "").includes("json");
    const body = isJson ? response.json<{ code?: string; detail?: string; errors?: unknown }>() : {};
    const status = response.statusCode;
    const code = status < 400 ? "" : (body.code ?? "");
    if (method !== "GET" || status >= 400)
      this.world.note(this.name, route, input.about ?? "", status < 400 ? "done" : `${status} ${code}`);
    if (status >= 500 || (status >= 400 && !(input.may ?? []).includes(code)))
      throw new Unexpected(
        `${this.name}: ${route} ${input.about ?? ""} → ${status} ${code} ${body.detail ?? ""} ${JSON.stringify(body.errors ?? "")}`,
      );
    return { status, code, body: (isJson ? body : response.body) as Output<R> };
  }
}
