import type { CertificateKind } from "@jinengtong/standards";
import { z } from "zod";
import { notifyOrganisation } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, Done, Id, Text } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { notify } from "../../people/index.ts";
import { declarationStates } from "../declaration-states.ts";
import { issueCertificate } from "../certificate/issue-certificate.ts";
import { declarationOwner } from "../owners.ts";

/** An officer confirms or rejects a declared certificate, with the evidence. A confirmed one counts like any other. */
export const decideDeclaration = operation({
  method: "POST",
  path: "/api/v1/certificate-declarations/:id/decision",
  summary: "核验证书申报",
  permission: { roles: ["reviewer"], over: declarationOwner },
  params: ById,
  body: z.strictObject({ verdict: z.enum(["confirmed", "rejected"]), reason: Text(200, 4) }),
  output: z.object({ id: Id, certificateId: Id.nullable() }),
  async run(context, { params, body }) {
    await moveState(context, declarationStates, params.id, body.verdict, { reason: body.reason });
    const row = await context.db
      .selectFrom("certificate_declaration")
      .selectAll()
      .where("id", "=", params.id)
      .executeTakeFirstOrThrow();
    const certificateId =
      body.verdict === "rejected"
        ? null
        : await issueCertificate(context, row.number, {
            kind: row.kind as CertificateKind,
            personId: row.person_id,
            classId: null,
            enrolmentId: null,
            occupation: row.occupation,
            occupationName: row.occupation_name,
            level: row.level,
            issuerId: null,
            issuerName: row.issuer_name,
            issuedOn: row.issued_on,
            validTo: row.valid_to,
            source: row.query_answer === "confirmed" ? "national-query" : "declared",
          });
    await context.db
      .updateTable("certificate_declaration")
      .set({
        decided_by: context.actor.accountId,
        decided_at: context.now,
        decision_reason: body.reason,
        certificate_id: certificateId,
      })
      .where("id", "=", params.id)
      .execute();
    await tellDeclarer(context, row, body);
    if (certificateId === null)
      await notify(
        context,
        row.person_id,
        "certificate-rejected",
        `为您申报的证书 ${row.number} 没有通过核验：${body.reason}。核对后可以重新申报，也可以带证书原件到所在镇（街道）窗口办理。`,
      );
    context.audit({ kind: "certificate-declaration", id: params.id, detail: { verdict: body.verdict } });
    return { id: params.id, certificateId };
  },
});

/** An enterprise that declared it for its employee is told too. */
async function tellDeclarer(
  context: Context,
  row: { declared_by: string; number: string },
  { verdict, reason }: { verdict: "confirmed" | "rejected"; reason: string },
): Promise<void> {
  const declarer = await context.db
    .selectFrom("account")
    .select("organisation_id")
    .where("id", "=", row.declared_by)
    .executeTakeFirst();
  if (!declarer?.organisation_id) return;
  await notifyOrganisation(context, declarer.organisation_id, {
    template: "certificate-rejected",
    text:
      verdict === "confirmed"
        ? `贵单位为职工申报的证书 ${row.number} 已通过核验。`
        : `贵单位为职工申报的证书 ${row.number} 没有通过核验：${reason}`,
  });
}

/** Withdraws a declaration before it is decided. */
export const withdrawDeclaration = operation({
  method: "POST",
  path: "/api/v1/certificate-declarations/:id/withdrawal",
  summary: "撤回证书申报",
  permission: { roles: ["learner", "enterprise"], over: declarationOwner },
  params: ById,
  body: z.strictObject({}),
  output: Done,
  async run(context, { params }) {
    await moveState(context, declarationStates, params.id, "withdrawn");
    context.audit({ kind: "certificate-declaration", id: params.id });
    return { id: params.id };
  },
});
