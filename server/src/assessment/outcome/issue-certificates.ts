import { createHash } from "node:crypto";
import { makeCertificateNumber, type SkillLevel } from "@jinengtong/standards";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql, type Database } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, unacceptable } from "../../kernel/problem.ts";
import { ById, CivilDate, Done, WrittenNumber } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { sheetReply } from "../../kernel/sheets.ts";
import { fileOutput } from "../../kernel/shapes.ts";
import { issueCertificate } from "../certificate/issue-certificate.ts";
import { batchStates } from "../evaluation-states.ts";
import { requireScope } from "../filing/filings.ts";
import { batchOwner } from "../owners.ts";
import { type Batch, holdBatch, passNode, readBatch, rulesOf } from "../batch/batch.ts";

/** Takes so many certificate numbers of a site, year and level; returns the first of them. */
async function takeNumbers(
  context: Context,
  of: { organisationId: string; siteCode: string; year: number; level: number },
  count: number,
): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into evaluation_certificate_counter (organisation_id, site_code, year, level, last)
    values (${of.organisationId}, ${of.siteCode}, ${of.year}, ${of.level}, ${count})
    on conflict (organisation_id, site_code, year, level) do update set last = evaluation_certificate_counter.last + excluded.last
    returning last`.execute(context.db);
  return (rows[0]?.last ?? count) - count + 1;
}

/** Issues the certificates of all who passed, once publicity is over and no objection waits. */
export const issueBatchCertificates = operation({
  method: "POST",
  path: "/api/v1/evaluation-batches/:id/certificates",
  summary: "发放本批次的证书",
  permission: { roles: ["evaluator"], over: batchOwner },
  params: ById,
  body: z.strictObject({}),
  output: z.object({ certificates: z.int() }),
  async run(context, { params }) {
    const batch = await holdBatch(context, params.id, ["publicised"]);
    const publicity = await context.db
      .selectFrom("evaluation_publicity")
      .select("ends_on")
      .where("batch_id", "=", batch.id)
      .executeTakeFirstOrThrow();
    if (context.today <= publicity.ends_on)
      throw (await rulesOf(context.db, batch)).refuse(
        "publicity-days",
        `公示到 ${publicity.ends_on} 结束，公示期满后才能发证。`,
      );
    const { rows: waiting } = await sql<{ open: number; uncorrected: number }>`
      select count(*) filter (where j.state = 'open')::int as open,
        count(*) filter (where j.state = 'upheld' and not exists (select from evaluation_result r where r.candidate_id = j.candidate_id
          and r.replaces is not null and r.decided_at >= j.answered_at))::int as uncorrected
      from evaluation_objection j where j.batch_id = ${batch.id}`.execute(context.db);
    if ((waiting[0]?.open ?? 0) > 0)
      throw conflict("rule-objection-open", `还有 ${waiting[0]?.open} 件成绩异议没有答复，答复以前不能发证。`, {
        rule: "objection-open",
      });
    if ((waiting[0]?.uncorrected ?? 0) > 0)
      throw conflict("rule-objection-open", "有异议已经成立而成绩还没有更正，请先更正再发证。", {
        rule: "objection-open",
      });
    const scope = await requireScope(context, { ...batch, on: batch.examOn });
    const { name } = await context.db
      .selectFrom("organisation")
      .select("name")
      .where("id", "=", batch.organisationId)
      .executeTakeFirstOrThrow();
    const { rows: passed } = await sql<{
      candidateId: string;
      personId: string;
      enrolmentId: string | null;
      classId: string | null;
    }>`
      select k.id as "candidateId", k.person_id as "personId", e.id as "enrolmentId", e.class_id as "classId"
      from evaluation_result r join evaluation_candidate k on k.id = r.candidate_id left join enrolment e on e.id = k.enrolment_id
      where r.batch_id = ${batch.id} and r.passed and not exists (select from evaluation_result n where n.replaces = r.id)
      order by k.ticket`.execute(context.db);
    const year = Number(context.today.slice(0, 4));
    const first =
      passed.length === 0
        ? 1
        : await takeNumbers(
            context,
            { organisationId: batch.organisationId, siteCode: scope.siteCode, year, level: batch.level },
            passed.length,
          );
    for (const [n, { candidateId, personId, enrolmentId, classId }] of passed.entries()) {
      const number = makeCertificateNumber({
        issuer: scope.kind,
        institution: scope.institutionCode,
        province: scope.provinceCode,
        site: scope.siteCode,
        year,
        level: batch.level as SkillLevel,
        serial: String(first + n).padStart(6, "0"),
      });
      const certificateId = await issueCertificate(context, number, {
        kind: "skill-level",
        personId,
        classId,
        enrolmentId,
        occupation: batch.occupation,
        occupationName: batch.occupationName,
        level: batch.level,
        issuerId: batch.organisationId,
        issuerName: name,
        issuedOn: context.today,
        validTo: null,
      });
      await context.db
        .insertInto("evaluation_certificate")
        .values({ candidate_id: candidateId, batch_id: batch.id, certificate_id: certificateId })
        .execute();
    }
    await passNode(context, batch, "certificates");
    await moveState(context, batchStates, batch.id, "issued");
    context.audit({ kind: "evaluation-batch", id: batch.id, detail: { certificates: passed.length } });
    return { certificates: passed.length };
  },
});

/** Rows for the national certificate system: 证书信息上传表. */
export const uploadSheet = operation({
  method: "GET",
  path: "/api/v1/evaluation-batches/:id/upload-sheet",
  summary: "下载证书信息上传表",
  permission: { roles: ["evaluator", "reviewer"], over: batchOwner },
  params: ById,
  output: fileOutput,
  async run(context, { params }) {
    const batch = await readBatch(context.db, params.id);
    const { rows } = await sql<{
      name: string;
      masked: string;
      serial: string;
      issuedOn: string;
      theory: number | null;
      practice: number | null;
      review: number | null;
    }>`
      select f.holder_name as name, p.citizen_id_masked as masked, f.serial, f.issued_on as "issuedOn", r.theory::float8 as theory,
        r.practice::float8 as practice, r.review::float8 as review
      from evaluation_certificate x join certificate f on f.id = x.certificate_id join person p on p.id = f.person_id
      join evaluation_result r on r.candidate_id = x.candidate_id and not exists (select from evaluation_result n where n.replaces = r.id)
      where x.batch_id = ${params.id} order by f.serial`.execute(context.db);
    return sheetReply<(typeof rows)[number]>(
      `证书信息上传表 ${batch.number}`,
      [
        { header: "姓名", value: (row) => row.name },
        { header: "身份号码", width: 22, value: (row) => row.masked },
        { header: "证书编号", width: 26, value: (row) => row.serial },
        { header: "职业", width: 20, value: () => batch.occupationName },
        { header: "等级", kind: "number", value: () => batch.level },
        { header: "理论", kind: "number", value: (row) => row.theory },
        { header: "技能", kind: "number", value: (row) => row.practice },
        { header: "评审", kind: "number", value: (row) => row.review },
        { header: "发证日期", value: (row) => row.issuedOn },
      ],
      rows,
    );
  },
});

/** Records the receipt of the national system for the uploaded certificates. */
export const recordUpload = operation({
  method: "POST",
  path: "/api/v1/evaluation-batches/:id/upload-receipt",
  summary: "登记证书上传回执",
  permission: { roles: ["evaluator"], over: batchOwner },
  params: ById,
  body: z.strictObject({ receipt: WrittenNumber(60, 4), uploadedOn: CivilDate }),
  output: Done,
  async run(context, { params, body }) {
    const batch = await holdBatch(context, params.id, ["issued"]);
    if (body.uploadedOn > context.today)
      throw unacceptable("uploaded-ahead", "上传日期不能晚于今天。", [
        { pointer: "/uploadedOn", detail: "不能晚于今天" },
      ]);
    await context.db
      .insertInto("evaluation_upload")
      .values({
        batch_id: batch.id,
        receipt: body.receipt,
        uploaded_on: body.uploadedOn,
        recorded_by: context.actor.accountId,
        recorded_at: context.now,
      })
      .execute();
    context.audit({ kind: "evaluation-batch", id: batch.id, detail: { receipt: body.receipt } });
    return { id: batch.id };
  },
});

/** Tables whose rows of a batch the archive covers, in order; each with what ties it to the batch. */
const ARCHIVED = [
  "evaluation_candidate",
  "evaluation_assignment",
  "evaluation_room_use",
  "evaluation_paper_draw",
  "evaluation_supervision",
  "evaluation_score",
  "evaluation_result",
  "evaluation_publicity",
  "evaluation_objection",
  "evaluation_certificate",
  "evaluation_upload",
] as const;

/** SHA-256 over every row of a batch, as the database writes it in JSON, in the order of ids. Call it in a transaction. */
export async function archiveDigest(db: Database, batchId: string): Promise<{ digest: Buffer; rows: number }> {
  // Instants are written in one zone, whatever the server's is.
  await sql`select set_config('TimeZone', 'UTC', true)`.execute(db);
  const hash = createHash("sha256");
  let rows = 0;
  for (const table of ARCHIVED) {
    const found = await sql<{ line: string }>`
      select to_jsonb(t)::text as line from ${sql.table(table)} t where batch_id = ${batchId} order by 1`.execute(db);
    hash.update(`${table}\n`);
    for (const { line } of found.rows) hash.update(`${line}\n`);
    rows += found.rows.length;
  }
  return { digest: hash.digest(), rows };
}

/** Archives a batch: its rows stand still from now on and are summed up by a digest, which `verify` recomputes. */
export const archiveBatch = operation({
  method: "POST",
  path: "/api/v1/evaluation-batches/:id/archive",
  summary: "归档",
  permission: { roles: ["evaluator"], over: batchOwner },
  params: ById,
  body: z.strictObject({}),
  output: z.object({ digest: z.string(), rows: z.int() }),
  async run(context, { params }) {
    const batch: Batch = await holdBatch(context, params.id, ["issued"]);
    const receipt = await context.db
      .selectFrom("evaluation_upload")
      .select("receipt")
      .where("batch_id", "=", batch.id)
      .executeTakeFirst();
    if (!receipt)
      throw conflict("rule-upload-receipt", "还没有登记证书上传回执。请先上传证书信息、登记回执号，再归档。", {
        rule: "upload-receipt",
      });
    await passNode(context, batch, "close");
    const { digest, rows } = await archiveDigest(context.db, batch.id);
    await context.db
      .insertInto("evaluation_archive")
      .values({ batch_id: batch.id, digest, rows, archived_by: context.actor.accountId, archived_at: context.now })
      .execute();
    await moveState(context, batchStates, batch.id, "archived");
    await context.emit("evaluation-credit", {
      organisationId: batch.organisationId,
      batchId: batch.id,
      what: "archived",
      detail: String(rows),
      on: context.today,
    });
    context.audit({ kind: "evaluation-batch", id: batch.id, detail: { digest: digest.toString("hex"), rows } });
    return { digest: digest.toString("hex"), rows };
  },
});
