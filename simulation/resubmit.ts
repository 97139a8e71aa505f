import type { Visitor } from "./visitor.ts";

/**
 * A returned claim goes back as it is. One whose certificate was revoked meanwhile, or for which something else was granted since, can only be
 * withdrawn.
 */
export async function resubmit(desk: Visitor, params: { id: string }, about: string): Promise<void> {
  const answer = await desk.do("POST /api/v1/claims/:id/resubmission", {
    params,
    about,
    body: {},
    may: ["certificate-revoked", "not-entitled"],
  });
  if (answer.status < 400) return;
  await desk.do("POST /api/v1/claims/:id/withdrawal", { params, about, body: { reason: "按最新记录不能享受" } });
}
