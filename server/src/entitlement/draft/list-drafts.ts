import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { DraftShape, readDrafts, showDraft } from "./draft-record.ts";

/** `GET /api/v1/policy-drafts`: all drafts, the one changed last first. */
export const listDrafts = operation({
  method: "GET",
  path: "/api/v1/policy-drafts",
  summary: "政策草案列表",
  permission: { roles: ["reviewer", "auditor"] },
  output: z.strictObject({ rows: z.array(DraftShape) }),
  async run(context) {
    return { rows: (await readDrafts(context.db)).map((row) => showDraft(row, context.actor.accountId)) };
  },
});
