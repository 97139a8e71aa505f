import { z } from "zod";
import { notifyOrganisation } from "../../access/index.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { forbidden } from "../../kernel/problem.ts";
import { notify } from "../../people/index.ts";
import { certificateOwner } from "../owners.ts";

/** Revokes a certificate with a reason. It stays on record, and verification shows the revocation. */
export const revokeCertificate = operation({
  method: "POST",
  path: "/api/v1/certificates/:id/revocation",
  summary: "撤销证书",
  permission: { roles: ["institution", "evaluator", "reviewer"], over: certificateOwner },
  params: ById,
  body: z.strictObject({ reason: Text(200, 4) }),
  output: Done,
  async run(context, { params, body }) {
    const certificate = await context.db
      .selectFrom("certificate")
      .select(["person_id", "enrolment_id", "issuer_id", "serial"])
      .where("id", "=", params.id)
      .executeTakeFirstOrThrow();
    if (context.actor.role !== "reviewer" && certificate.issuer_id !== context.actor.organisationId)
      throw forbidden("证书不是本单位发放的，只有发证机构或人社部门可以撤销。", "not-issuer");
    await context.db
      .insertInto("certificate_revocation")
      .values({
        certificate_id: params.id,
        reason: body.reason,
        revoked_by: context.actor.accountId,
        revoked_at: context.now,
      })
      .execute();
    await notify(
      context,
      certificate.person_id,
      "certificate-revoked",
      `您的证书 ${certificate.serial} 已被撤销：${body.reason}。不服的可向人社部门申诉；据此申请的补贴会另行告知。`,
    );
    if (certificate.issuer_id !== null && certificate.issuer_id !== context.actor.organisationId)
      await notifyOrganisation(context, certificate.issuer_id, {
        template: "certificate-revoked",
        text: `贵单位发放的证书 ${certificate.serial} 已被人社部门撤销：${body.reason}`,
      });
    context.audit({ kind: "certificate", id: params.id });
    await context.emit("certificate-revoked", { certificateId: params.id });
    return { id: params.id };
  },
});
