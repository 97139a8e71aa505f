import { z } from "zod";
import { notifyOffice } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, notFound } from "../../kernel/problem.ts";
import { ById, Done, Id, Text } from "../../kernel/shapes.ts";
import { notifyAll } from "../../people/index.ts";
import type { EvaluationDuty } from "../evaluation-tables.ts";
import { batchOwner } from "../owners.ts";
import { DUTIES } from "../panel/staff-words.ts";
import { type Batch, holdBatch, passNode, rulesOf } from "./batch.ts";
import { groupFault, type Member, memberFault, membersFor } from "./panel-findings.ts";

interface Wanted {
  staffId: string;
  duty: EvaluationDuty;
  leader: boolean;
}

/** Reads and judges who is wanted; refuses with the rule. The body's batches are judged one after another. */
async function judged(context: Context, batch: Batch, wanted: readonly Wanted[]): Promise<Map<string, Member>> {
  await context.db
    .selectFrom("organisation")
    .select("id")
    .where("id", "=", batch.organisationId)
    .forNoKeyUpdate()
    .execute();
  const rules = await rulesOf(context.db, batch);
  const members = new Map(
    (
      await membersFor(
        context.db,
        batch,
        wanted.map(({ staffId }) => staffId),
        rules.value("batches-running"),
      )
    ).map((member) => [member.id, member]),
  );
  const people = new Set<string>();
  for (const { staffId, duty } of wanted) {
    const member = members.get(staffId);
    const known =
      member !== undefined &&
      member.region.slice(0, 6) === batch.region.slice(0, 6) &&
      (member.organisationId === batch.organisationId || member.state === "confirmed");
    if (!known) throw notFound("名册中的这个人");
    if (people.has(member.personId))
      throw conflict("rule-one-duty", `${member.name}只能担任一项工作，请另派一人。`, { rule: "one-duty" });
    people.add(member.personId);
    const fault = memberFault(member, duty, batch, rules);
    if (fault !== null) throw conflict(`rule-${fault.rule}`, `${fault.sentence}。请另派一人。`, { rule: fault.rule });
  }
  const examiners = wanted
    .filter(({ duty }) => duty === "examiner")
    .flatMap(({ staffId }) => members.get(staffId) ?? []);
  const fault = await groupFault(context.db, batch, examiners, rules, false);
  if (fault !== null) throw conflict(`rule-${fault.rule}`, `${fault.sentence}。`, { rule: fault.rule });
  return members;
}

/** Replaces the assignments of these duties: those who stay keep theirs, those who go are told. */
async function replace(
  context: Context,
  batch: Batch,
  duties: readonly EvaluationDuty[],
  wanted: readonly Wanted[],
): Promise<void> {
  const now = await context.db
    .selectFrom("evaluation_assignment as a")
    .innerJoin("evaluation_staff as s", "s.id", "a.staff_id")
    .select(["a.id", "a.staff_id", "a.duty", "a.leader", "s.person_id"])
    .where("a.batch_id", "=", batch.id)
    .where("a.removed_at", "is", null)
    .execute();
  const same = (row: (typeof now)[number]) =>
    wanted.some((each) => each.staffId === row.staff_id && each.duty === row.duty && each.leader === row.leader);
  const gone = now.filter((row) => duties.includes(row.duty) && !same(row));
  if (gone.length > 0)
    await context.db
      .updateTable("evaluation_assignment")
      .set({ removed_at: context.now })
      .where(
        "id",
        "in",
        gone.map(({ id }) => id),
      )
      .execute();
  const fresh = wanted.filter((each) => !now.some((row) => row.staff_id === each.staffId && same(row)));
  if (fresh.length > 0)
    await context.db
      .insertInto("evaluation_assignment")
      .values(
        fresh.map(({ staffId, duty, leader }) => ({
          batch_id: batch.id,
          staff_id: staffId,
          duty,
          leader,
          assigned_by: context.actor.accountId,
          assigned_at: context.now,
          removed_at: null,
          present_at: null,
          conflict: null,
          conflict_at: null,
        })),
      )
      .execute();
  const people = await context.db
    .selectFrom("evaluation_staff")
    .select(["id", "person_id"])
    .where(sql<boolean>`id = any(${fresh.map(({ staffId }) => staffId)}::uuid[])`)
    .execute();
  await notifyAll(context, [
    ...fresh.map(({ staffId, duty }) => ({
      personId: people.find(({ id }) => id === staffId)?.person_id ?? "",
      template: "evaluation-duty" as const,
      text: `您被派往 ${batch.examOn} 的${batch.occupationName}技能认定（${batch.number}），担任${DUTIES[duty]}。有利害关系的，请在考前申报回避。`,
    })),
    ...gone
      .filter((row) => !fresh.some(({ staffId }) => staffId === row.staff_id))
      .map((row) => ({
        personId: row.person_id,
        template: "evaluation-duty" as const,
        text: `${batch.examOn} 的技能认定（${batch.number}）不再派您担任${DUTIES[row.duty]}。`,
      })),
  ]);
}

const of = (ids: readonly string[], duty: EvaluationDuty): Wanted[] =>
  ids.map((staffId, n) => ({ staffId, duty, leader: duty === "examiner" && n === 0 }));

/** Sets who examines, invigilates, runs and supervises the batch for the body. The first examiner leads the group. */
export const assignStaff = operation({
  method: "PUT",
  path: "/api/v1/evaluation-batches/:id/staff",
  summary: "派遣考评、监考和考务人员",
  permission: { roles: ["evaluator"], over: batchOwner },
  params: ById,
  body: z.strictObject({
    examiners: z.array(Id).max(30),
    invigilators: z.array(Id).max(100),
    officers: z.array(Id).max(30),
    internalSupervisor: Id.nullable(),
    reason: Text(300, 2).optional().describe("超期办理的理由"),
  }),
  output: Done,
  async run(context, { params, body }) {
    const batch = await holdBatch(context, params.id, ["approved", "published"]);
    const wanted = [
      ...of(body.examiners, "examiner"),
      ...of(body.invigilators, "invigilator"),
      ...of(body.officers, "exam-officer"),
      ...of(body.internalSupervisor === null ? [] : [body.internalSupervisor], "internal-supervisor"),
    ];
    await judged(context, batch, wanted);
    await replace(context, batch, ["examiner", "invigilator", "exam-officer", "internal-supervisor"], wanted);
    await passNode(context, batch, "staff", body.reason);
    await notifyOffice(context, "reviewer", batch.region, {
      template: "evaluation-plans-waiting",
      text: "有 {n} 个认定批次已派员，请安排外部督导。",
    });
    context.audit({ kind: "evaluation-batch", id: batch.id, detail: { staff: wanted.length } });
    return { id: batch.id };
  },
});

/** The bureau sends an external supervisor. */
export const sendSupervisor = operation({
  method: "PUT",
  path: "/api/v1/evaluation-batches/:id/external-supervisor",
  summary: "派出外部督导",
  permission: { roles: ["reviewer"], over: batchOwner },
  params: ById,
  body: z.strictObject({ staffId: Id }),
  output: Done,
  async run(context, { params, body }) {
    const batch = await holdBatch(context, params.id, ["approved", "published", "running"]);
    const wanted: Wanted[] = [{ staffId: body.staffId, duty: "external-supervisor", leader: false }];
    await judged(context, batch, wanted);
    await replace(context, batch, ["external-supervisor"], wanted);
    context.audit({ kind: "evaluation-batch", id: batch.id, detail: { supervisor: body.staffId } });
    return { id: batch.id };
  },
});
