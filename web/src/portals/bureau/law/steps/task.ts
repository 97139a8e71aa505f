import type { Output } from "../../../../api/client.ts";

export type Proof = NonNullable<Output<"GET /api/v1/policy-drafts/:id/proof">["proof"]>;
export type Impact = NonNullable<Output<"GET /api/v1/policy-drafts/:id/impact">["impact"]>;
export type Check = Output<"GET /api/v1/policy-drafts/:id/check">;

/** Whether the platform is still at it. */
export const isUnderWay = (task: { state: string } | null | undefined): boolean =>
  task?.state === "waiting" || task?.state === "running";
