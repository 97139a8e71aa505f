import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { isSecure } from "../session/sessions.ts";

export const FLOW_COOKIE = "jnt_oidc";
const FLOW_MINUTES = 10;

const Flow = z.object({
  provider: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
  startedAt: z.number(),
});
/** State that this browser must return with: another browser's answer is refused. */
export type Flow = z.output<typeof Flow>;

const seal = { table: "oidc", column: "flow" };

/** Stores the flow in the browser, sealed, for the ten minutes a sign-in takes. */
export function keepFlow(context: Context, flow: Flow): void {
  const { sealer } = context.services;
  const sealed = sealer.seal(JSON.stringify(flow), { ...seal, row: flow.provider }).toString("base64url");
  context.replyHeaders.push(["set-cookie", flowCookie(context, sealed, FLOW_MINUTES * 60)]);
}

/** Takes the flow back from the browser; null if it is missing, expired, or of another service. */
export function takeFlow(context: Context, provider: string): Flow | null {
  const sealed = context.request.cookies[FLOW_COOKIE];
  context.replyHeaders.push(["set-cookie", flowCookie(context, "", 0)]);
  if (!sealed) return null;
  try {
    const text = context.services.sealer.openText(Buffer.from(sealed, "base64url"), { ...seal, row: provider });
    const flow = Flow.parse(JSON.parse(text));
    return context.now.getTime() - flow.startedAt > FLOW_MINUTES * 60_000 ? null : flow;
  } catch {
    return null;
  }
}

const flowCookie = (context: Context, value: string, seconds: number): string =>
  `${FLOW_COOKIE}=${value}; Path=/api/v1/oidc; HttpOnly; SameSite=Lax; Max-Age=${seconds}${isSecure(context.services) ? "; Secure" : ""}`;
