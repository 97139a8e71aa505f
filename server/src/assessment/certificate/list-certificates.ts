import { certificateKinds } from "@jinengtong/standards";
import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { CivilDate, Id, pageOf } from "../../kernel/shapes.ts";
import { byDate, byName, byText, sortable } from "../../kernel/sorting.ts";
import { CertificateRow, projectLabel, selectCertificates } from "./certificate-view.ts";

const Filter = z.object({
  kind: z.enum(certificateKinds.codes).optional(),
  classId: Id.optional(),
  issuerId: Id.optional(),
  from: CivilDate.optional(),
  to: CivilDate.optional(),
  serial: z.string().trim().max(40).optional(),
});

const ORDER = sortable({
  columns: {
    issuedOn: byDate("f.issued_on"),
    serial: byText("f.serial"),
    holderName: byName("f.holder_name"),
  },
  unique: byText("f.serial"),
  usual: "-issuedOn",
  large: "certificate f",
});

/** Certificates issued by one's organisation or in one's region, newest first. */
export const listCertificates = operation({
  method: "GET",
  path: "/api/v1/certificates",
  summary: "证书列表",
  permission: { roles: ["institution", "evaluator", "reviewer", "department", "auditor"] },
  query: ORDER.query.extend(Filter.shape),
  output: pageOf(CertificateRow),
  async run(context, { query }) {
    const page = ORDER.page(query);
    const { role, organisationId, region } = context.actor;
    const listed = selectCertificates(context.db)
      .select(page.place)
      .$if(role === "institution", (q) =>
        q.where((e) => e.or([e("f.issuer_id", "=", organisationId), e("c.organisation_id", "=", organisationId)])),
      )
      .$if(role === "evaluator", (q) => q.where("f.issuer_id", "=", organisationId))
      .$if(role !== "institution" && role !== "evaluator", (q) =>
        q.where(sql<boolean>`coalesce(c.town, p.town) like ${`${region}%`}`),
      )
      .$if(query.kind !== undefined, (q) => q.where("f.kind", "=", query.kind ?? "completion"))
      .$if(query.classId !== undefined, (q) => q.where("f.class_id", "=", query.classId ?? ""))
      .$if(query.issuerId !== undefined, (q) => q.where("f.issuer_id", "=", query.issuerId ?? ""))
      .$if(query.from !== undefined, (q) => q.where(sql<boolean>`f.issued_on >= ${query.from}::date`))
      .$if(query.to !== undefined, (q) => q.where(sql<boolean>`f.issued_on <= ${query.to}::date`))
      .$if(query.serial !== undefined, (q) => q.where("f.serial", "=", query.serial ?? ""))
      .where(page.beyond)
      .orderBy(page.order)
      .limit(page.limit);
    return page.read(context.db, listed);
  },
});

export const exportCertificates = exportOf(listCertificates, {
  title: "证书列表",
  columns: [
    { header: "证书编号", width: 26, value: (row) => row.serial },
    { header: "证书种类", width: 18, value: (row) => certificateKinds.label(row.kind) },
    { header: "姓名", value: (row) => row.holderName },
    { header: "身份号码", width: 22, value: (row) => row.citizenIdMasked },
    { header: "职业（等级）", width: 28, value: (row) => projectLabel(row.occupationName, row.level) },
    { header: "发证机构", width: 28, value: (row) => row.issuerName },
    { header: "发证日期", value: (row) => row.issuedOn },
    { header: "有效期至", value: (row) => row.validTo },
    { header: "课时", kind: "number", value: (row) => row.hours },
    { header: "撤销日期", value: (row) => row.revokedOn },
    { header: "撤销原因", width: 28, value: (row) => row.revokedBecause },
  ],
});
