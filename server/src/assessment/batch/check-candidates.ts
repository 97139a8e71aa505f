import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, unacceptable } from "../../kernel/problem.ts";
import { ById, Done, Line, Text } from "../../kernel/shapes.ts";
import { keepScan, SCAN_BYTES } from "../../kernel/scans.ts";
import { moveState } from "../../kernel/states.ts";
import { notify } from "../../people/index.ts";
import { candidateStates } from "../evaluation-states.ts";
import { batchOwner, candidateOwner } from "../owners.ts";
import { type Batch, passNode } from "./batch.ts";
import { candidateFindings } from "./candidate-findings.ts";
import { holdOpenRegistration } from "./import-candidates.ts";

async function settle(
  context: Context,
  batch: Batch,
  candidate: { id: string; personId: string },
  admitted: boolean,
  reason: string,
): Promise<void> {
  await moveState(context, candidateStates, candidate.id, admitted ? "admitted" : "refused", { reason });
  await context.db
    .updateTable("evaluation_candidate")
    .set({ checked_by: context.actor.accountId, checked_at: context.now, check_reason: reason })
    .where("id", "=", candidate.id)
    .execute();
  if (!admitted)
    await notify(
      context,
      candidate.personId,
      "evaluation-candidate-news",
      `您报名的${batch.occupationName}技能认定（${batch.number}）资格审查没有通过：${reason}。请向评价机构补正材料。`,
    );
}

/** Checks every candidate that was entered against the conditions, from facts on record: admitted, or refused with each reason. */
export const checkCandidates = operation({
  method: "POST",
  path: "/api/v1/evaluation-batches/:id/candidate-checks",
  summary: "按申报条件审查考生",
  permission: { roles: ["evaluator"], over: batchOwner },
  params: ById,
  body: z.strictObject({}),
  output: z.object({ admitted: z.int(), refused: z.int() }),
  async run(context, { params }) {
    const batch = await holdOpenRegistration(context, params.id);
    const entered = await context.db
      .selectFrom("evaluation_candidate")
      .select(["id", "person_id as personId"])
      .where("batch_id", "=", batch.id)
      .where("state", "=", "entered")
      .execute();
    const findings = await candidateFindings(
      context.db,
      batch,
      entered.map(({ id }) => id),
    );
    let refused = 0;
    for (const candidate of entered) {
      const found = findings.get(candidate.id) ?? [];
      if (found.length > 0) refused += 1;
      await settle(
        context,
        batch,
        candidate,
        found.length === 0,
        found.length === 0 ? "符合申报条件" : found.join("；"),
      );
    }
    context.audit({ kind: "evaluation-batch", id: batch.id, detail: { admitted: entered.length - refused, refused } });
    return { admitted: entered.length - refused, refused };
  },
});

/** Decides one candidate after the paper proof was seen. What facts on record say stands: it can't be overruled here. */
export const decideCandidate = operation({
  method: "POST",
  path: "/api/v1/evaluation-candidates/:id/decision",
  summary: "审查一名考生",
  permission: { roles: ["evaluator"], over: candidateOwner },
  params: ById,
  body: z.strictObject({ verdict: z.enum(["admitted", "refused", "withdrawn"]), reason: Text(300, 2) }),
  output: Done,
  async run(context, { params, body }) {
    const row = await context.db
      .selectFrom("evaluation_candidate")
      .select(["batch_id", "person_id"])
      .where("id", "=", params.id)
      .executeTakeFirstOrThrow();
    const batch = await holdOpenRegistration(context, row.batch_id);
    if (body.verdict === "withdrawn") {
      await moveState(context, candidateStates, params.id, "withdrawn", { reason: body.reason });
    } else {
      if (body.verdict === "admitted") {
        const found = (await candidateFindings(context.db, batch, [params.id], true)).get(params.id) ?? [];
        if (found.length > 0)
          throw conflict("rule-condition", `不符合申报条件：${found.join("；")}。`, { rule: "condition" });
      }
      await settle(
        context,
        batch,
        { id: params.id, personId: row.person_id },
        body.verdict === "admitted",
        body.reason,
      );
    }
    context.audit({ kind: "evaluation-candidate", id: params.id, detail: { verdict: body.verdict } });
    return { id: params.id };
  },
});

/** Puts a refused application right: it is checked anew. */
export const editCandidate = operation({
  method: "PUT",
  path: "/api/v1/evaluation-candidates/:id",
  summary: "更正考生的申报",
  permission: { roles: ["evaluator"], over: candidateOwner },
  params: ById,
  body: z.strictObject({
    employer: Line(80, 0).default(""),
    condition: Line(20, 3),
    workYears: z.int().min(0).max(60),
    lowerCertificate: Line(40, 6).optional(),
  }),
  output: Done,
  async run(context, { params, body }) {
    const row = await context.db
      .selectFrom("evaluation_candidate")
      .select(["batch_id", "state"])
      .where("id", "=", params.id)
      .executeTakeFirstOrThrow();
    const batch = await holdOpenRegistration(context, row.batch_id);
    const condition = await context.db
      .selectFrom("evaluation_condition")
      .select("level")
      .where("code", "=", body.condition)
      .executeTakeFirst();
    if (condition?.level !== batch.level)
      throw unacceptable("condition", `请选择 ${batch.level} 级的申报条件。`, [
        { pointer: "/condition", detail: "不是本批次等级的条件" },
      ]);
    if (row.state === "refused") await moveState(context, candidateStates, params.id, "entered");
    else if (row.state !== "entered") throw conflict("candidate-settled", "已审查通过或退出的考生不能再改申报内容。");
    await context.db
      .updateTable("evaluation_candidate")
      .set({
        employer: body.employer,
        condition: body.condition,
        work_years: body.workYears,
        lower_certificate: body.lowerCertificate ?? null,
      })
      .where("id", "=", params.id)
      .execute();
    context.audit({ kind: "evaluation-candidate", id: params.id });
    return { id: params.id };
  },
});

/** Keeps a candidate's photo or the proof of the condition. */
export const addCandidatePaper = operation({
  method: "POST",
  path: "/api/v1/evaluation-candidates/:id/papers",
  summary: "上传考生照片或证明",
  permission: { roles: ["evaluator", "learner"], over: candidateOwner },
  params: ById,
  query: z.object({ kind: z.enum(["photo", "proof"]) }),
  upload: { maxBytes: SCAN_BYTES },
  output: Done,
  async run(context, { params, query }) {
    const row = await context.db
      .selectFrom("evaluation_candidate as k")
      .innerJoin("evaluation_batch as b", "b.id", "k.batch_id")
      .select(["k.person_id", "b.state"])
      .where("k.id", "=", params.id)
      .executeTakeFirstOrThrow();
    if (!["draft", "pending", "rejected", "approved", "published"].includes(row.state))
      throw conflict("exam-began", "考试已经开始，不能再换照片或证明。");
    const fileId = await keepScan(context, { purpose: `evaluation-${query.kind}`, personId: row.person_id });
    await context.db
      .updateTable("evaluation_candidate")
      .set(query.kind === "photo" ? { photo_file_id: fileId } : { proof_file_id: fileId })
      .where("id", "=", params.id)
      .execute();
    context.audit({ kind: "evaluation-candidate", id: params.id, detail: { paper: query.kind } });
    return { id: params.id };
  },
});

/** Takes the learners of a class of the body's occupation into the batch, under one condition. */
export const addClassCandidates = operation({
  method: "POST",
  path: "/api/v1/evaluation-batches/:id/class-candidates",
  summary: "按培训班报名",
  permission: { roles: ["evaluator"], over: batchOwner },
  params: ById,
  body: z.strictObject({ classNumber: Line(30, 3).describe("培训班编号"), condition: Line(20, 3) }),
  output: z.object({ registered: z.int(), known: z.int() }),
  async run(context, { params, body }) {
    const batch = await holdOpenRegistration(context, params.id);
    // A class of another body's choice tells this one nobody's name: only classes whose school asked this body for the evaluation.
    const { rows } = await sql<{ personId: string; enrolmentId: string; known: boolean }>`
      select e.person_id as "personId", e.id as "enrolmentId",
        exists (select from evaluation_candidate k where k.batch_id = ${batch.id} and k.person_id = e.person_id) as known
      from training_class c join enrolment e on e.class_id = c.id
      where c.number = ${body.classNumber} and c.occupation = ${batch.occupation} and c.level = ${batch.level}
        and e.state in ('enrolled', 'completed')
        and exists (select from exam x where x.class_id = c.id and x.evaluator_id = ${batch.organisationId})
      order by e.id`.execute(context.db);
    if (rows.length === 0)
      throw unacceptable(
        "class-unknown",
        "没有找到这个班，或它不是委托本单位评价的同职业同等级的班。请培训机构先在班里安排技能评价。",
        [{ pointer: "/classNumber", detail: "请核对编号" }],
      );
    const condition = await context.db
      .selectFrom("evaluation_condition")
      .select("level")
      .where("code", "=", body.condition)
      .executeTakeFirst();
    if (condition?.level !== batch.level)
      throw unacceptable("condition", `请选择 ${batch.level} 级的申报条件。`, [
        { pointer: "/condition", detail: "不是本批次等级的条件" },
      ]);
    const fresh = rows.filter(({ known }) => !known);
    if (fresh.length > 0)
      await context.db
        .insertInto("evaluation_candidate")
        .values(
          fresh.map(({ personId, enrolmentId }) => ({
            batch_id: batch.id,
            person_id: personId,
            enrolment_id: enrolmentId,
            employer: "",
            condition: body.condition,
            work_years: 0,
            lower_certificate: null,
            proof_file_id: null,
            photo_file_id: null,
            make_up_of: null,
            ticket: null,
            checked_by: null,
            checked_at: null,
            check_reason: null,
            registered_by: context.actor.accountId,
            registered_at: context.now,
          })),
        )
        .execute();
    context.audit({ kind: "evaluation-batch", id: batch.id, detail: { registered: fresh.length } });
    return { registered: fresh.length, known: rows.length - fresh.length };
  },
});

/** Closes registration: nobody is undecided, tickets are numbered. After its due day only with a reason. */
export const closeRegistration = operation({
  method: "POST",
  path: "/api/v1/evaluation-batches/:id/registration-end",
  summary: "截止报名",
  permission: { roles: ["evaluator"], over: batchOwner },
  params: ById,
  body: z.strictObject({ reason: Text(300, 2).optional().describe("超期办理的理由") }),
  output: z.object({ candidates: z.int() }),
  async run(context, { params, body }) {
    const batch = await holdOpenRegistration(context, params.id);
    if (batch.state !== "published")
      throw conflict("not-published", "计划批准并公布以后才能截止报名。", { state: batch.state });
    const { rows } = await sql<{ entered: number; admitted: number }>`
      select count(*) filter (where state = 'entered')::int as entered, count(*) filter (where state = 'admitted')::int as admitted
      from evaluation_candidate where batch_id = ${batch.id}`.execute(context.db);
    const { entered = 0, admitted = 0 } = rows[0] ?? {};
    if (entered > 0) throw conflict("candidates-unchecked", `还有 ${entered} 名考生没有审查，请先审查再截止报名。`);
    if (admitted === 0) throw conflict("no-candidates", "还没有审查通过的考生，不能截止报名。");
    await passNode(context, batch, "registration", body.reason);
    await sql`
      update evaluation_candidate k set ticket = ${batch.number.slice(2).replace("-", "")} || lpad(n.n::text, 4, '0')
      from (select c.id, row_number() over (order by p.number, c.id) as n from evaluation_candidate c join person p on p.id = c.person_id
        where c.batch_id = ${batch.id} and c.state = 'admitted') n
      where k.id = n.id`.execute(context.db);
    context.audit({ kind: "evaluation-batch", id: batch.id, detail: { candidates: admitted } });
    return { candidates: admitted };
  },
});
