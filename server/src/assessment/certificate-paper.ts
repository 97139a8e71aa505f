import { certificatePdf } from "../adapters/pdf/index.ts";
import { FileReply } from "../kernel/files.ts";
import { operation } from "../kernel/operation.ts";
import { conflict, unacceptable } from "../kernel/problem.ts";
import { ById, fileOutput } from "../kernel/shapes.ts";
import { projectLabel } from "./certificate-view.ts";
import { certificateOwner } from "./owners.ts";

/** The certificate to print. Its holder sees the whole identity number, everybody else a masked one. */
export const certificatePaper = operation({
  method: "GET",
  path: "/api/v1/certificates/:id/pdf",
  summary: "下载证书",
  permission: {
    roles: ["learner", "institution", "evaluator", "reviewer", "department", "auditor"],
    over: certificateOwner,
  },
  params: ById,
  output: fileOutput,
  async run(context, { params }) {
    const row = await context.db
      .selectFrom("certificate as f")
      .innerJoin("person as p", "p.id", "f.person_id")
      .leftJoin("training_class as c", "c.id", "f.class_id")
      .leftJoin("certificate_revocation as v", "v.certificate_id", "f.id")
      .select([
        "f.serial",
        "f.kind",
        "f.source",
        "f.token",
        "f.holder_name",
        "f.occupation_name",
        "f.level",
        "f.hours",
        "f.issuer_name",
        "f.issued_on",
        "f.person_id",
        "p.citizen_id_sealed",
        "p.citizen_id_masked",
        "c.starts_on",
        "c.ends_on",
        "c.policy_id",
        "v.reason",
      ])
      .where("f.id", "=", params.id)
      .executeTakeFirstOrThrow();
    if (row.reason !== null) throw conflict("certificate-revoked", `证书已撤销（${row.reason}），不能再打印。`);
    if (row.kind !== "completion" || !row.starts_on || !row.ends_on)
      throw unacceptable("not-our-paper", "这类证书由发证机构制发，请凭编号向发证机构领取或在全国联网查询系统核验。");
    const { sealer, config, policies } = context.services;
    const isHolder = context.actor.personId === row.person_id;
    const content = await certificatePdf({
      kind: "培训合格证书",
      serial: row.serial,
      name: row.holder_name,
      identity: isHolder
        ? sealer.openText(row.citizen_id_sealed, { table: "person", column: "citizen_id", row: row.person_id })
        : row.citizen_id_masked,
      programme: policies.get(row.policy_id ?? "")?.title ?? "职业技能培训",
      project: projectLabel(row.occupation_name, row.level),
      from: row.starts_on,
      to: row.ends_on,
      classHours: row.hours ?? 0,
      result: "合格",
      institution: row.issuer_name,
      issuedOn: row.issued_on,
      verifyUrl: `${config.publicUrl}/verify?token=${row.token}`,
    });
    return new FileReply({ mediaType: "application/pdf", content, fileName: `培训合格证书 ${row.serial}.pdf` });
  },
});
