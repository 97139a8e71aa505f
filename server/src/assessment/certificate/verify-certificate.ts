import { certificateKinds, maskPersonName, normaliseCode, todayInShanghai } from "@jinengtong/standards";
import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { CivilDate } from "../../kernel/shapes.ts";
import { projectLabel } from "./certificate-view.ts";

/** Public verification of a certificate by its number or QR code. Names are masked; no identity number is shown. */
export const verifyCertificate = operation({
  method: "GET",
  path: "/api/v1/certificates/verification",
  summary: "证书查验",
  permission: { public: true },
  perMinute: 30,
  query: z.object({
    number: z
      .string()
      .max(80)
      .overwrite((text) => normaliseCode(text).toUpperCase())
      .min(6, "证书编号不完整，请照证书上的编号输全。")
      .max(40, "证书编号太长，请核对是否多输了字。")
      .optional()
      .describe("证书编号"),
    token: z.string().trim().max(200).optional().describe("二维码中的查验码"),
  }),
  output: z.object({
    found: z.boolean(),
    certificate: z
      .object({
        number: z.string(),
        kind: z.enum(certificateKinds.codes),
        kindLabel: z.string(),
        holderName: z.string().describe("已脱敏"),
        occupation: z.string(),
        project: z.string(),
        level: z.int(),
        issuerName: z.string(),
        issuedOn: CivilDate,
        validTo: CivilDate.nullable(),
        hours: z.number().nullable(),
        state: z.enum(["valid", "expired", "revoked"]),
        revokedOn: CivilDate.nullable(),
        statement: z.string(),
      })
      .nullable(),
  }),
  async run(context, { query }) {
    if ((query.number === undefined) === (query.token === undefined))
      throw unacceptable("number-or-token", "请填写证书编号，或扫描证书上的二维码。");
    const row = await context.db
      .selectFrom("certificate as f")
      .leftJoin("certificate_revocation as v", "v.certificate_id", "f.id")
      .selectAll("f")
      .select("v.revoked_at")
      .$if(query.number !== undefined, (q) => q.where("f.serial", "=", query.number ?? ""))
      .$if(query.token !== undefined, (q) => q.where("f.token", "=", query.token ?? ""))
      .executeTakeFirst();
    if (!row) return { found: false, certificate: null };
    const state = stateOf(row, context.today);
    return {
      found: true,
      certificate: {
        number: row.serial,
        kind: row.kind,
        kindLabel: certificateKinds.label(row.kind),
        holderName: maskPersonName(row.holder_name),
        occupation: row.occupation,
        project: projectLabel(row.occupation_name, row.level),
        level: row.level,
        issuerName: row.issuer_name,
        issuedOn: row.issued_on,
        validTo: row.valid_to,
        hours: row.hours,
        state,
        revokedOn: row.revoked_at === null ? null : todayInShanghai(row.revoked_at),
        statement: STATEMENTS[state],
      },
    };
  },
});

const STATEMENTS = {
  valid: "该证书在本平台登记，内容如下，目前有效。",
  expired: "该证书在本平台登记，但已超过有效期。",
  revoked: "该证书已被撤销，不再有效。",
} as const;

function stateOf(row: { revoked_at: Date | null; valid_to: string | null }, today: string): keyof typeof STATEMENTS {
  if (row.revoked_at !== null) return "revoked";
  return row.valid_to !== null && row.valid_to < today ? "expired" : "valid";
}
