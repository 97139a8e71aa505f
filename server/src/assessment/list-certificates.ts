import { certificateKinds } from "@jinengtong/standards";
import { z } from "zod";
import type { Actor } from "../kernel/actor.ts";
import { sql, type Database } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { CivilDate, decodeCursor, fileOutput, Id, PageQuery, pageOf, toPage } from "../kernel/shapes.ts";
import { sheetReply } from "../kernel/sheets.ts";
import { CertificateRow, projectLabel, selectCertificates } from "./certificate-view.ts";

const Filter = z.object({
  kind: z.enum(certificateKinds.codes).optional(),
  classId: Id.optional(),
  issuerId: Id.optional(),
  from: CivilDate.optional(),
  to: CivilDate.optional(),
  serial: z.string().trim().max(40).optional(),
});
type Filter = z.output<typeof Filter>;

const readers = { roles: ["institution", "evaluator", "reviewer", "department", "auditor"] } as const;

/** Certificates one's organisation gave, or of one's region; the latest first. */
export const listCertificates = operation({
  method: "GET",
  path: "/api/v1/certificates",
  summary: "证书列表",
  permission: readers,
  query: PageQuery.extend(Filter.shape),
  output: pageOf(CertificateRow),
  run: (context, { query }) => readPage(context.db, context.actor, query, query.cursor, query.limit),
});

export const exportCertificates = operation({
  method: "GET",
  path: "/api/v1/certificates/export",
  summary: "导出证书列表",
  permission: readers,
  query: Filter,
  output: fileOutput,
  async run(context, { query }) {
    return sheetReply<CertificateRow>(
      "证书列表",
      [
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
      allPages(context.db, context.actor, query),
    );
  },
});

/** Page after page, so that an export of any length takes the memory of one. */
async function* allPages(db: Database, actor: Actor, filter: Filter): AsyncGenerator<CertificateRow> {
  for (let cursor: string | undefined; ;) {
    const page = await readPage(db, actor, filter, cursor, 1_000);
    yield* page.rows;
    if (page.nextCursor === null) return;
    cursor = page.nextCursor;
  }
}

async function readPage(db: Database, actor: Actor, filter: Filter, cursor: string | undefined, limit: number) {
  const after = decodeCursor(cursor, 2);
  const { role, organisationId, region } = actor;
  const rows = await selectCertificates(db)
    .$if(role === "institution", (q) =>
      q.where((e) => e.or([e("f.issuer_id", "=", organisationId), e("c.organisation_id", "=", organisationId)])),
    )
    .$if(role === "evaluator", (q) => q.where("f.issuer_id", "=", organisationId))
    .$if(role !== "institution" && role !== "evaluator", (q) =>
      q.where(sql<boolean>`coalesce(c.town, p.town) like ${`${region}%`}`),
    )
    .$if(filter.kind !== undefined, (q) => q.where("f.kind", "=", filter.kind ?? "completion"))
    .$if(filter.classId !== undefined, (q) => q.where("f.class_id", "=", filter.classId ?? ""))
    .$if(filter.issuerId !== undefined, (q) => q.where("f.issuer_id", "=", filter.issuerId ?? ""))
    .$if(filter.from !== undefined, (q) => q.where(sql<boolean>`f.issued_on >= ${filter.from}::date`))
    .$if(filter.to !== undefined, (q) => q.where(sql<boolean>`f.issued_on <= ${filter.to}::date`))
    .$if(filter.serial !== undefined, (q) => q.where("f.serial", "=", filter.serial ?? ""))
    .$if(after !== null, (q) => q.where(sql<boolean>`(f.issued_on, f.id) < (${after?.[0]}::date, ${after?.[1]}::uuid)`))
    .orderBy("f.issued_on", "desc")
    .orderBy("f.id", "desc")
    .limit(limit + 1)
    .execute();
  return toPage(rows, limit, (row) => [row.issuedOn, row.id]);
}
