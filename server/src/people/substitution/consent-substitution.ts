import { z } from "zod";
import type { Owner } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, notFound } from "../../kernel/problem.ts";
import { keepScan, SCAN_BYTES, scanReply } from "../../kernel/scans.ts";
import { ById, Done, fileOutput } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { requireKeeper } from "../keeper/keepers.ts";
import { notify } from "../message/notify.ts";
import { substitutionOwner } from "./substitution-rows.ts";
import { substitutionStates } from "./substitution-states.ts";

/** The principal: it is their right that is used. */
async function principalOf(context: Context, input: { params: { id: string } }): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("substitution")
    .innerJoin("person", "person.id", "substitution.principal_id")
    .select(["person.id as personId", "person.town as region"])
    .where("substitution.id", "=", input.params.id)
    .executeTakeFirst();
  return row ?? null;
}

/** Records the consent, once, as long as nothing is decided. Returns who declared it. */
async function consented(context: Context, id: string, fileId: string | null): Promise<string> {
  const row = await context.db
    .updateTable("substitution")
    .set({ consented_at: context.now, consent_by: context.actor.accountId, consent_file_id: fileId })
    .where("id", "=", id)
    .where("state", "=", "declared")
    .where("consented_at", "is", null)
    .returning("person_id")
    .executeTakeFirst();
  if (!row) throw conflict("consent-settled", "这项申报已有本人意见，或已经办结。请刷新页面查看。");
  return row.person_id;
}

/**
 * `POST /api/v1/substitutions/:id/consent`: the principal agrees that a relative trains in their place, or doesn't: the declaration
 * ends there, and the relative is told.
 */
export const consentToSubstitution = operation({
  method: "POST",
  path: "/api/v1/substitutions/:id/consent",
  summary: "同意或不同意由亲属替我参加培训",
  permission: { roles: ["learner"], over: principalOf },
  params: ById,
  body: z.strictObject({ agreed: z.boolean() }),
  output: Done,
  async run(context, { params, body }) {
    const personId = await consented(context, params.id, null);
    if (!body.agreed)
      await moveState(context, substitutionStates, params.id, "rejected", {
        from: ["declared"],
        reason: "被代替的本人不同意",
      });
    await notify(
      context,
      personId,
      "substitution-decided",
      body.agreed
        ? "您申报替其参加培训的亲属已经同意，等主管部门确认。"
        : "您申报替其参加培训的亲属不同意，申报到此为止。请与亲属商量后再申报。",
    );
    context.audit({ kind: "substitution", id: params.id, detail: { agreed: body.agreed } });
    return { id: params.id };
  },
});

/**
 * `POST /api/v1/substitutions/:id/consent-paper`: an officer keeps the consent that a principal without an account signed on paper.
 * Another officer confirms the declaration.
 */
export const keepConsentPaper = operation({
  method: "POST",
  path: "/api/v1/substitutions/:id/consent-paper",
  summary: "登记被代替人签字的同意书",
  permission: { roles: ["reviewer", "department"], over: substitutionOwner },
  params: ById,
  upload: { maxBytes: SCAN_BYTES },
  output: Done,
  async run(context, { params }) {
    await requireKeeper(context, "fact:in-place-of");
    const fileId = await keepScan(context, { purpose: "substitution-consent" });
    await consented(context, params.id, fileId);
    context.audit({ kind: "substitution", id: params.id, detail: { consentPaper: fileId } });
    return { id: params.id };
  },
});

/** `GET /api/v1/substitutions/:id/consent-paper`: the signed paper. */
export const consentPaper = operation({
  method: "GET",
  path: "/api/v1/substitutions/:id/consent-paper",
  summary: "查看被代替人签字的同意书",
  permission: { roles: ["reviewer", "department", "auditor"], over: substitutionOwner },
  params: ById,
  output: fileOutput,
  async run(context, { params }) {
    const row = await context.db
      .selectFrom("substitution")
      .select("consent_file_id")
      .where("id", "=", params.id)
      .executeTakeFirst();
    if (!row?.consent_file_id) throw notFound("这份同意书");
    return scanReply(context, row.consent_file_id);
  },
});
