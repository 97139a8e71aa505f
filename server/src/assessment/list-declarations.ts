import { certificateKinds } from "@jinengtong/standards";
import { z } from "zod";
import { sql } from "../kernel/database.ts";
import { FileReply } from "../kernel/files.ts";
import { operation } from "../kernel/operation.ts";
import { notFound } from "../kernel/problem.ts";
import { ById, CivilDate, decodeCursor, fileOutput, Id, Instant, PageQuery, pageOf, toPage } from "../kernel/shapes.ts";
import { declarationOwner } from "./owners.ts";

const Kind = z.enum(certificateKinds.codes);
const State = z.enum(["declared", "confirmed", "rejected", "withdrawn"]);

/** Declarations of one's own, of one's staff, or of one's region: the oldest first, as they wait. */
export const listDeclarations = operation({
  method: "GET",
  path: "/api/v1/certificate-declarations",
  summary: "证书申报列表",
  permission: { roles: ["learner", "enterprise", "reviewer", "auditor"] },
  query: PageQuery.extend({ state: State.optional() }),
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
    const after = decodeCursor(query.cursor, 2);
    const { role, region, personId, organisationId } = context.actor;
    const rows = await context.db
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
      ])
      .$if(role === "learner", (q) => q.where("d.person_id", "=", personId))
      .$if(role === "enterprise", (q) => q.where("a.organisation_id", "=", organisationId))
      .$if(role === "reviewer" || role === "auditor", (q) => q.where("p.town", "like", `${region}%`))
      .$if(query.state !== undefined, (q) => q.where("d.state", "=", query.state ?? "declared"))
      .$if(after !== null, (q) =>
        q.where(sql<boolean>`(d.declared_at, d.id) > (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
      )
      .orderBy("d.declared_at")
      .orderBy("d.id")
      .limit(query.limit + 1)
      .execute();
    const page = toPage(rows, query.limit, (row) => [row.declared_at.toISOString(), row.id]);
    return {
      ...page,
      rows: page.rows.map(({ declared_at, ...row }) => ({ ...row, declaredAt: declared_at.toISOString() })),
    };
  },
});

/** The scan that came with a declaration. */
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
    return new FileReply(await context.services.files.read(context, file.evidence_file_id));
  },
});
