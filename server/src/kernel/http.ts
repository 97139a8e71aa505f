import { rm } from "node:fs/promises";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Actor } from "./actor.ts";
import { accountMark } from "./account-mark.ts";
import { covers } from "./actor.ts";
import { writeAudit } from "./audit.ts";
import { Context, type RequestFacts, type Upload } from "./context.ts";
import { FileReply } from "./files.ts";
import { keepAnswer, takeKey } from "./idempotency.ts";
import { parseInput } from "./input.ts";
import type { AnyOperation, Parsed } from "./operation.ts";
import { forbidden, notFound, Problem, problemBody } from "./problem.ts";
import { errorName } from "./queue.ts";
import { beginWork } from "./published-law.ts";
import { explain, isRetryable, type Refusals } from "./refusals.ts";
import { preserializedPieces } from "./preserialized.ts";
import { sendPieces } from "./send-pieces.ts";
import type { Services } from "./services.ts";
import { receiveUpload } from "./uploads.ts";

/** Authentication, given by the access module: the kernel knows nothing of sessions and tokens. */
export interface Door {
  authenticate(
    request: RequestFacts,
    services: Services,
  ): Promise<{ actor: Actor; csrfToken: string | null; setCookie?: string } | null>;
  /** The account as it acts for somebody else by a right that stands now (`window:…`, `helper:…`); throws a 403 without one. */
  actFor(actor: Actor, right: string, services: Services): Promise<Actor>;
  /** Writes down the act of such an account, in the act's transaction. */
  acted(context: Context, operation: string): Promise<void>;
  /** Counts a call against a limit of all processes; throws a 429 beyond it. */
  limit(key: string, perMinute: number, services: Services): Promise<void>;
  /** Takes back what `limit` counted. */
  forgive(key: string, services: Services): Promise<void>;
}

export interface Wiring {
  services: Services;
  door: Door;
  refusals: Refusals;
}

/** Serves every operation behind its permission. */
export function serveOperations(app: FastifyInstance, operations: readonly AnyOperation[], wiring: Wiring): void {
  for (const op of operations) {
    app.route({
      method: op.method,
      url: op.path,
      ...(op.bodyLimit === undefined ? {} : { bodyLimit: op.bodyLimit }),
      handler: (request, reply) => serve(op, request, reply, wiring),
    });
  }
}

export const factsOf = (request: FastifyRequest): RequestFacts => ({
  id: request.id,
  ip: request.ip,
  userAgent: request.headers["user-agent"]?.slice(0, 200) ?? null,
  headers: request.headers,
  cookies: request.cookies,
});

async function serve(op: AnyOperation, request: FastifyRequest, reply: FastifyReply, wiring: Wiring): Promise<unknown> {
  const facts = factsOf(request);
  try {
    const limitKey = (who: string): string => `${op.method} ${op.path} ${who}`;
    const limit = async (who: string): Promise<void> => {
      if (op.perMinute !== undefined) await wiring.door.limit(limitKey(who), op.perMinute, wiring.services);
    };
    // Anonymous callers are limited by address before any work is done; authenticated ones by account.
    if ("public" in op.permission) await limit(facts.ip);
    const actor = await checkCaller(op, facts, reply, wiring);
    // Neither a shared machine's browser nor a proxy keeps what somebody saw while signed in.
    if (actor) reply.headers({ "cache-control": "no-store", "account-mark": accountMark(actor) });
    if (actor && !("public" in op.permission)) await limit(actor.accountId);
    const upload = op.upload ? await receiveUpload(request, wiring.services, op.upload.maxBytes) : null;
    try {
      const input = parseInput(op, request.params, request.query, upload ? {} : request.body);
      const { answer, headers } = await perform(op, { facts, actor, upload, input }, wiring);
      if (op.refusedOnly) await wiring.door.forgive(limitKey(facts.ip), wiring.services);
      for (const [name, value] of headers) reply.header(name, value);
      if (op.method === "GET" && isKnown(request.headers["if-none-match"], headers))
        return await reply.status(304).send();
      return sendAnswer(reply, answer);
    } finally {
      // An upload that wasn't kept (refused, or only read) is deleted.
      if (upload) await rm(upload.temporaryPath, { force: true });
    }
  } catch (error) {
    const problem = explain(error, wiring.refusals);
    if (!problem)
      wiring.services.log.error(
        { operation: op.path, requestId: request.id, error: errorName(error), stack: stackOf(error) },
        "operation failed",
      );
    return sendProblem(
      reply,
      problem ?? new Problem(500, "internal", "系统出现问题，已记录。您填写的内容没有丢失，请稍后再试。"),
    );
  }
}

/** True if the caller's cached content has the answer's ETag. */
const isKnown = (known: string | undefined, headers: [string, string][]): boolean => {
  const etag = headers.find(([name]) => name === "etag")?.[1];
  return etag !== undefined && (known ?? "").split(",").some((each) => each.trim().replace(/^W\//, "") === etag);
};

/** Code locations only: messages may quote values that people typed. */
const stackOf = (error: unknown): string | undefined =>
  error instanceof Error
    ? error.stack
        ?.split("\n")
        .filter((line) => line.trim().startsWith("at "))
        .slice(0, 8)
        .join(" | ")
    : undefined;

/** Authenticates the caller, then checks CSRF token, token scope and role. Returns the actor, or null in a public operation without one. */
async function checkCaller(
  op: AnyOperation,
  facts: RequestFacts,
  reply: FastifyReply,
  { door, services }: Wiring,
): Promise<Actor | null> {
  const found = await door.authenticate(facts, services);
  if (found?.setCookie) reply.header("set-cookie", found.setCookie);
  const signedIn = found?.actor ?? null;
  // CSRF: another site can make the browser send the cookie, but can't read the token.
  const forgeable = found !== null && found.csrfToken !== null && op.method !== "GET";
  if (forgeable && facts.headers["x-csrf-token"] !== found.csrfToken) {
    if (!("public" in op.permission)) throw forbidden("页面已过期，请刷新后再操作。", "csrf-token-mismatch");
  }
  if ("public" in op.permission) return signedIn;
  if (!signedIn) throw new Problem(401, "not-signed-in", "请先登录后再操作。");
  const actor = await inWhoseName(op, signedIn, facts, { door, services });
  if (actor.scopes && (op.scope === undefined || !actor.scopes.includes(op.scope))) {
    if (actor.sessionId !== null)
      throw forbidden("您使用的是初始密码，请先修改密码，再办理其他事项。", "password-change-required");
    throw forbidden("此接口令牌没有该操作的授权范围，请联系本单位管理员重新签发。", "scope-missing");
  }
  if (!op.permission.roles.includes(actor.role))
    throw forbidden("您的账号没有办理此事项的权限。如有需要，请联系管理员。");
  return actor;
}

/** The actor of a call that says it is made for somebody else, if its operation serves what they agreed to; else whoever is signed in. */
async function inWhoseName(
  op: AnyOperation,
  signedIn: Actor,
  facts: RequestFacts,
  { door, services }: Pick<Wiring, "door" | "services">,
): Promise<Actor> {
  const right = facts.headers["x-acting-for"];
  if (right === undefined) return signedIn;
  const actor = await door.actFor(signedIn, String(right), services);
  if (!op.behalf?.some((purpose) => actor.standIn?.purposes.includes(purpose)))
    throw forbidden("这件事不在本人同意代办的范围里，请由本人办理，或重新征得本人同意。", "not-on-behalf");
  return actor;
}

interface Call {
  facts: RequestFacts;
  actor: Actor | null;
  upload: Upload | null;
  input: Parsed;
}

/** The answer of an operation, and its headers. */
interface Performed {
  answer: unknown;
  headers: [string, string][];
}

/** Authorizes the call of a known caller and does the work: what changes something, in one transaction. */
export async function perform(op: AnyOperation, call: Call, wiring: Wiring): Promise<Performed> {
  const { services } = wiring;
  if (!op.creates) {
    const context = new Context({
      db: services.database,
      services,
      actor: call.actor,
      request: call.facts,
      upload: call.upload,
    });
    await authorize(op, context, call.input);
    try {
      return { answer: await runOperation(op, context, call.input), headers: context.replyHeaders };
    } catch (error) {
      await context.afterRefusal();
      throw error;
    }
  }
  for (let attempt = 1; ; attempt += 1) {
    let own: Context | null = null;
    try {
      const done = await services.database.transaction().execute<Performed>(async (db) => {
        await beginWork(services, db, call.actor?.accountId ?? "");
        const context = new Context({ db, services, actor: call.actor, request: call.facts, upload: call.upload });
        own = context;
        await authorize(op, context, call.input);
        const key = call.facts.headers["idempotency-key"];
        const name = `${op.method} ${op.path}`;
        if (typeof key === "string") {
          const file = call.upload?.sha256.toString("hex") ?? null;
          const before = await takeKey(context, key, name, { ...call.input, file });
          if (before) return { answer: before.response, headers: [["idempotency-replayed", "true"]] };
        }
        const answer = await runOperation(op, context, call.input);
        if (call.actor?.standIn !== undefined) await wiring.door.acted(context, name);
        await writeAudit(context, name);
        if (typeof key === "string" && !(answer instanceof FileReply)) await keepAnswer(context, key, answer);
        return { answer, headers: context.replyHeaders };
      });
      await (own as Context | null)?.afterCommit();
      return done;
    } catch (error) {
      if (attempt < 5 && isRetryable(error)) continue;
      await (own as Context | null)?.afterRefusal();
      throw error;
    }
  }
}

/** Authorizes the actor: compares it with the owner of the resource (`permission.over`). 404 without an owner, 403 unless `covers`. */
async function authorize(op: AnyOperation, context: Context, input: Parsed): Promise<void> {
  if ("public" in op.permission || !op.permission.over) return;
  const owner = await op.permission.over(context, input as never);
  if (owner === null) throw notFound("您要办理的记录");
  if (!covers(context.actor, owner, op.method === "GET" ? "read" : "change"))
    throw forbidden("这条记录不属于您的单位、辖区或本人，不能查看或办理。", "not-yours");
}

const runOperation = (op: AnyOperation, context: Context, input: Parsed): Promise<unknown> =>
  op.run(context, input as never);

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.status === 429 || problem.status === 503) reply.header("retry-after", "5");
  return reply
    .status(problem.status)
    .type("application/problem+json; charset=utf-8")
    .send(JSON.stringify(problemBody(problem)));
}

function sendAnswer(reply: FastifyReply, answer: unknown): unknown {
  if (answer instanceof FileReply) return sendFile(reply, answer);
  const pieces = preserializedPieces(answer);
  return pieces ? sendPieces(reply, "application/json", pieces) : answer;
}

function sendFile(reply: FastifyReply, file: FileReply): FastifyReply {
  reply.status(file.status).type(file.mediaType).header("x-content-type-options", "nosniff");
  if (file.fileName !== null)
    reply.header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`);
  for (const [name, value] of Object.entries(file.headers)) reply.header(name, value);
  return reply.send(file.content);
}
