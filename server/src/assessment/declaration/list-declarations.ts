import { certificateKinds } from "@jinengtong/standards";
import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { scanReply } from "../../kernel/scans.ts";
import { ById, CivilDate, fileOutput, Id, Instant, pageOf } from "../../kernel/shapes.ts";
import { byDate, byId, byName, byTime, sortable } from "../../kernel/sorting.ts";
import { declarationStates } from "../declaration-states.ts";
import { declarationOwner } from "../owners.ts";

const Kind = z.enum(certificateKinds.codes);
const State = z.enum(["declared", "confirmed", "rejected", "withdrawn"]);

const ORDER = sortable({
  columns: {
    declaredAt: byTime("d.declared_at"),
    holderName: byName("p.name"),
    issuerName: byName("d.issuer_name"),
    issuedOn: byDate("d.issued_on"),
  },
  unique: byId("d.id"),
  usual: "declaredAt",
});

/** Declarations of oneself, one's staff or one's region, longest wait first. */
export const listDeclarations = operation({
  method: "GET",
  path: "/api/v1/certificate-declarations",
  summary: "证书申报列表",
  permission: { roles: ["learner", "enterprise", "reviewer", "auditor"] },
  query: ORDER.query.extend({ state: State.optional() }),
  output: pageOf(
    z.object({
      id: Id,
      personId: Id,
      holderName: z.string(),
      citizenIdMasked: z.string(),
      number: z.string(),
      kind: Kind,
      occupation: z.string(),
      occupationName: z.string(),
      level: z.int(),
      issuerName: z.string(),
      issuedOn: CivilDate,
      state: State,
      queryAnswer: z.enum(["confirmed", "unknown", "cannot-tell"]),
      queryNote: z.string(),
      hasEvidence: z.boolean(),
      declaredAt: Instant,
      decisionReason: z.string().nullable(),
      certificateId: Id.nullable(),
    }),
  ),
  async run(context, { query }) {
    const page = ORDER.page(query);
    const { role, region, personId, organisationId } = context.actor;
    const listed = context.db
      .selectFrom("certificate_declaration as d")
      .innerJoin("person as p", "p.id", "d.person_id")
      .leftJoin("account as a", "a.id", "d.declared_by")
      .select([
        "d.id",
        "d.person_id as personId",
        "p.name as holderName",
        "p.citizen_id_masked as citizenIdMasked",
        "d.number",
        sql<z.output<typeof Kind>>`d.kind`.as("kind"),
        "d.occupation",
        "d.occupation_name as occupationName",
        "d.level",
        "d.issuer_name as issuerName",
        "d.issued_on as issuedOn",
        "d.state",
        "d.query_answer as queryAnswer",
        "d.query_note as queryNote",
        sql<boolean>`d.evidence_file_id is not null`.as("hasEvidence"),
        "d.declared_at",
        "d.decision_reason as decisionReason",
        "d.certificate_id as certificateId",
        page.place,
      ])
      .$if(role === "learner", (q) => q.where("d.person_id", "=", personId))
      .$if(role === "enterprise", (q) => q.where("a.organisation_id", "=", organisationId))
      .$if(role === "reviewer" || role === "auditor", (q) => q.where("p.town", "like", `${region}%`))
      .$if(query.state !== undefined, (q) => q.where("d.state", "=", query.state ?? "declared"))
      .where(page.beyond)
      .orderBy(page.order)
      .limit(page.limit);
    const cut = await page.read(context.db, listed);
    return {
      ...cut,
      rows: cut.rows.map(({ declared_at, ...row }) => ({
        ...row,
        declaredAt: declared_at.toISOString(),
      })),
    };
  },
});

export const exportDeclarations = exportOf(listDeclarations, {
  title: "证书申报",
  columns: [
    { header: "申报时间（UTC）", width: 24, value: (row) => row.declaredAt },
    { header: "姓名", value: (row) => row.holderName },
    { header: "身份号码", width: 22, value: (row) => row.citizenIdMasked },
    { header: "证书种类", width: 18, value: (row) => certificateKinds.label(row.kind) },
    { header: "证书编号", width: 26, value: (row) => row.number },
    { header: "职业（工种）", width: 24, value: (row) => row.occupationName },
    { header: "发证机构", width: 28, value: (row) => row.issuerName },
    { header: "发证日期", value: (row) => row.issuedOn },
    { header: "状态", value: (row) => declarationStates.states[row.state].label },
    { header: "审核意见", width: 30, value: (row) => row.decisionReason },
  ],
});

/** The scan of a declaration. */
export const declarationEvidence = operation({
  method: "GET",
  path: "/api/v1/certificate-declarations/:id/evidence",
  summary: "查看证书影像",
  permission: { roles: ["learner", "enterprise", "reviewer", "auditor"], over: declarationOwner },
  params: ById,
  output: fileOutput,
  async run(context, { params }) {
    const file = await context.db
      .selectFrom("certificate_declaration as d")
      .select("d.evidence_file_id")
      .where("d.id", "=", params.id)
      .executeTakeFirst();
    if (!file?.evidence_file_id) throw notFound("证书影像");
    return scanReply(context, file.evidence_file_id);
  },
});
