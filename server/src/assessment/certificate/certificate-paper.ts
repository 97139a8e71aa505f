import { certificateKinds, PLAIN_TRADE, tradeOf } from "@jinengtong/standards";
import { type CertificateContent, certificatePdf, certificatesPdf, recordSheetPdf } from "../../adapters/pdf/index.ts";
import type { Context } from "../../kernel/context.ts";
import { FileReply } from "../../kernel/files.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, fileOutput } from "../../kernel/shapes.ts";
import { projectLabel } from "./certificate-view.ts";
import { classOwner } from "../../training/index.ts";
import { certificateOwner } from "../owners.ts";

/**
 * Prints our own completion certificate, or for a foreign certificate a sheet of what is registered about it. The holder sees the
 * whole identity number, everybody else a masked one.
 */
export const certificatePaper = operation({
  method: "GET",
  path: "/api/v1/certificates/:id/pdf",
  summary: "下载证书或证书信息查询单",
  permission: {
    roles: ["learner", "institution", "evaluator", "reviewer", "department", "auditor"],
    over: certificateOwner,
  },
  params: ById,
  output: fileOutput,
  async run(context, { params }) {
    const row = await readPaper(context, params.id);
    if (row.reason !== null) throw conflict("certificate-revoked", `证书已撤销（${row.reason}），不能再打印。`);
    const { sealer, config } = context.services;
    const isHolder = context.actor.personId === row.person_id;
    const identity = isHolder
      ? sealer.openText(row.citizen_id_sealed, { table: "person", column: "citizen_id", row: row.person_id })
      : row.citizen_id_masked;
    const printed = { ...row, identity, verifyUrl: `${config.publicUrl}/verify?token=${row.token}` };
    const ours = row.kind === "completion" && row.starts_on !== null && row.ends_on !== null;
    const content = await (ours ? certificatePdf(certificate(context, printed)) : recordSheet(context, printed));
    const fileName = `${ours ? "培训合格证书" : "证书信息查询单"} ${row.serial}.pdf`;
    return new FileReply({ mediaType: "application/pdf", content, fileName });
  },
});

/** Every valid completion certificate of a class in one file, a sheet each, with masked numbers. */
export const classCertificatesPaper = operation({
  method: "GET",
  path: "/api/v1/classes/:id/certificates/pdf",
  summary: "下载全班证书",
  permission: { roles: ["institution", "reviewer"], over: classOwner },
  params: ById,
  output: fileOutput,
  perMinute: 20,
  async run(context, { params }) {
    const rows = await papers(context)
      .where("f.class_id", "=", params.id)
      .where("f.kind", "=", "completion")
      .where("v.reason", "is", null)
      .orderBy("f.serial")
      .execute();
    if (rows.length === 0) throw conflict("no-certificates", "这个班还没有发放证书。请先发放，再下载。");
    const { publicUrl } = context.services.config;
    const sheets = rows.map((row) =>
      certificate(context, {
        ...row,
        identity: row.citizen_id_masked,
        verifyUrl: `${publicUrl}/verify?token=${row.token}`,
      }),
    );
    const title = `全班证书 ${rows.length} 本`;
    return new FileReply({
      mediaType: "application/pdf",
      content: await certificatesPdf(sheets, title),
      fileName: `${title}.pdf`,
    });
  },
});

const readPaper = (context: Context, id: string) => papers(context).where("f.id", "=", id).executeTakeFirstOrThrow();

const papers = (context: Context) =>
  context.db
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
      "f.occupation",
      "f.occupation_name",
      "f.level",
      "f.hours",
      "f.issuer_name",
      "f.issued_on",
      "f.valid_to",
      "f.person_id",
      "p.citizen_id_sealed",
      "p.citizen_id_masked",
      "c.starts_on",
      "c.ends_on",
      "c.policy_id",
      "v.reason",
    ]);

type Printed = Awaited<ReturnType<typeof readPaper>> & { identity: string; verifyUrl: string };

const certificate = (context: Context, row: Printed): CertificateContent => ({
  kind: "培训合格证书",
  serial: row.serial,
  name: row.holder_name,
  identity: row.identity,
  programme: context.services.policies.get(row.policy_id ?? "")?.title ?? "职业技能培训",
  project: projectLabel(row.occupation_name, row.level),
  drawing: tradeOf(row.occupation)?.drawing ?? PLAIN_TRADE,
  from: row.starts_on ?? row.issued_on,
  to: row.ends_on ?? row.issued_on,
  classHours: row.hours ?? 0,
  result: "合格",
  institution: row.issuer_name,
  issuedOn: row.issued_on,
  verifyUrl: row.verifyUrl,
});

const SOURCES = {
  platform: "评价机构在本平台登记",
  declared: "本人或单位申报，人社部门核验后登记",
  "national-query": "全国联网查询相符，人社部门核验后登记",
} as const;

function recordSheet(context: Context, row: Printed): Promise<Buffer> {
  const expired = row.valid_to !== null && row.valid_to < context.today;
  return recordSheetPdf({
    serial: row.serial,
    fields: [
      ["证书编号", row.serial],
      ["证书种类", certificateKinds.label(row.kind)],
      ["持证人", row.holder_name],
      ["公民身份号码", row.identity],
      ["职业（等级）", projectLabel(row.occupation_name, row.level)],
      ["发证机构", row.issuer_name],
      ["发证日期", row.issued_on],
      ["有效期", row.valid_to === null ? "长期" : `至 ${row.valid_to}`],
    ],
    statement: expired ? "这张证书已经超过有效期。" : "这张证书已在平台登记，查询当天有效。",
    holds: !expired,
    source: SOURCES[row.source],
    printedOn: context.today,
    verifyUrl: row.verifyUrl,
  });
}
