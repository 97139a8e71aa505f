import type { Context } from "./context.ts";

/** Columns of what one officer asks for and another decides: asked now, not decided yet. */
export const askedNow = ({ actor, now }: Context) => ({
  asked_by: actor.accountId,
  asked_at: now,
  decided_by: null,
  decided_at: null,
  agreed: null,
});
