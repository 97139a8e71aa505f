import { z } from "zod";
import { countyWide } from "../../kernel/county-wide.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { learnLaw } from "../../kernel/published-law.ts";
import type { Subscription } from "../../kernel/queue.ts";
import { ById } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { redecisionRound } from "../claim/redecide-claims.ts";
import { readDraft } from "./draft-record.ts";
import { draftStates } from "./draft-states.ts";
import { readyDraft } from "./readiness.ts";

/**
 * `POST /api/v1/policy-drafts/:id/signature`: another officer than who submitted it signs a draft, naming the digest that was read: the
 * version is published, for ever. It decides claims from its effective day; nothing that was decided changes by itself, except claims in
 * hand where the version says so (`transition: redecide`).
 */
export const signDraft = operation({
  method: "POST",
  path: "/api/v1/policy-drafts/:id/signature",
  summary: "签发政策",
  permission: { roles: ["reviewer"], over: countyWide },
  params: ById,
  body: z.strictObject({ digest: z.string().max(80).describe("所签发内容的指纹，即差别、证明和影响所针对的") }),
  output: z.strictObject({ programme: z.string(), version: z.string(), digest: z.string() }),
  async run(context, { params, body }) {
    const before = await moveState(context, draftStates, params.id, "published", { from: ["submitted"] });
    const draft = await readDraft(context.db, params.id);
    const { accountId } = context.actor;
    if (draft.submitted_by === null || before !== "submitted") throw draftChanged();
    if (draft.submitted_by === accountId)
      throw conflict("signer-is-proposer", "草案由您提交，须由另一位工作人员签发。");
    const { policy, files, content, proof } = await readyDraft(context, draft);
    if (policy.digest !== body.digest || content !== draft.submitted_content) throw draftChanged();
    await context.db
      .insertInto("policy_version")
      .values({
        digest: policy.digest,
        policy_id: policy.id,
        version: policy.version,
        draft_id: draft.id,
        files: JSON.stringify(files),
        content,
        proof: JSON.stringify(proof),
        statement: draft.statement,
        proposed_by: draft.submitted_by,
        approved_by: accountId,
        published_on: context.today,
        published_at: context.now,
        number: 0,
      })
      .execute();
    await context.emit("policy-published", {
      programme: policy.id,
      version: policy.version,
      digest: policy.digest,
      effectiveFrom: policy.rules.manifest.effective.from,
    });
    context.whenCommitted(() => learnLaw(context.services, context.services.database));
    context.audit({ kind: "policy-draft", id: draft.id, detail: { version: policy.version, digest: policy.digest } });
    return { programme: policy.id, version: policy.version, digest: policy.digest };
  },
});

const draftChanged = () =>
  conflict("draft-changed", "草案在您阅读以后有了变化。请刷新页面，看过现在的差别、证明和影响再签发。");

/** A version that decides claims in hand again does so at once where its day has come, and else on the night of that day. */
export const redecideOnPublished: Subscription<"policy-published"> = {
  event: "policy-published",
  name: "redecide-on-published",
  title: "按新签发的政策重新裁定",
  async run({ services }) {
    await redecisionRound(services);
  },
};
