import { z } from "zod";
import { notifyOrganisation } from "../../access/index.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, notFound, unacceptable } from "../../kernel/problem.ts";
import { ById, Done, Id } from "../../kernel/shapes.ts";
import { classOwner } from "../../training/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Owner } from "../../kernel/actor.ts";
import { organisationOwner } from "../../organisations/index.ts";

/** `PUT /api/v1/classes/:id/share`: the leading school proposes the part of a partner; it counts once the partner agrees. */
export const proposeShare = operation({
  method: "PUT",
  path: "/api/v1/classes/:id/share",
  summary: "提出合办班的份额",
  permission: { roles: ["institution"], over: classOwner },
  params: ById,
  body: z.strictObject({ partnerId: Id, percent: z.number().int().min(1).max(99) }),
  output: Done,
  async run(context, { params, body }) {
    const partner = await context.db
      .selectFrom("organisation")
      .select("id")
      .where("id", "=", body.partnerId)
      .where("kind", "in", ["training-institution", "vocational-school"])
      .where("state", "<>", "exited")
      .executeTakeFirst();
    if (!partner || partner.id === context.actor.organisationId)
      throw unacceptable("no-such-partner", "请选择另一所院校或培训机构。", [
        { pointer: "/partnerId", detail: "不是另一所院校" },
      ]);
    const made = await sql`
      insert into class_share (class_id, partner_id, percent, proposed_by, proposed_at)
      values (${params.id}, ${body.partnerId}, ${body.percent}, ${context.actor.accountId}, ${context.now})
      on conflict (class_id) do update set partner_id = excluded.partner_id, percent = excluded.percent, proposed_by = excluded.proposed_by,
        proposed_at = excluded.proposed_at where class_share.agreed_at is null returning class_id`.execute(context.db);
    if (made.rows.length === 0) throw conflict("share-agreed", "合办双方已经同意过份额，不能再改。");
    await notifyOrganisation(context, body.partnerId, {
      template: "class-share-proposed",
      text: `有一个合办班提出由本单位计 ${body.percent}% 的课时和收入，请核对后同意。`,
    });
    context.audit({ kind: "class", id: params.id, detail: { partnerId: body.partnerId, percent: body.percent } });
    return { id: params.id };
  },
});

async function partnerOwner(context: Context, { params }: { params: { id: string } }): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("class_share")
    .select("partner_id")
    .where("class_id", "=", params.id)
    .executeTakeFirst();
  return row ? organisationOwner(context, { params: { id: row.partner_id } }) : null;
}

/** `POST /api/v1/classes/:id/share/agreement`: the partner agrees to its part. */
export const agreeShare = operation({
  method: "POST",
  path: "/api/v1/classes/:id/share/agreement",
  summary: "同意合办班的份额",
  permission: { roles: ["institution"], over: partnerOwner },
  params: ById,
  output: Done,
  async run(context, { params }) {
    const agreed = await context.db
      .updateTable("class_share")
      .set({ agreed_by: context.actor.accountId, agreed_at: context.now })
      .where("class_id", "=", params.id)
      .where("agreed_at", "is", null)
      .returning("class_id")
      .executeTakeFirst();
    if (!agreed) throw notFound("待同意的份额");
    context.audit({ kind: "class", id: params.id });
    return { id: params.id };
  },
});
