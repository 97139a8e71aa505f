import type { CivilDate } from "@jinengtong/standards";
import type { Context } from "../../kernel/context.ts";
import { meetDueDay, officeDay, setDueDays, skipDueDay } from "../../kernel/due-days.ts";
import type { Database } from "../../kernel/database.ts";
import { conflict, notFound } from "../../kernel/problem.ts";
import { type BatchState, batchStates } from "../evaluation-states.ts";
import type { EvaluationWay } from "../evaluation-tables.ts";
import { type RuleName, type Rules, rulesOn } from "../rule/rules.ts";

export { WAY_NAMES, WAYS } from "../paper/way-words.ts";

/** Kind of a batch's due days. */
export const DUE = "evaluation-batch";

/** Nodes of a batch in their order; those before the exam may be skipped with a reason, those after it may not. */
export const NODES = [
  { node: "plan", title: "提交计划", rule: "node-plan" },
  { node: "registration", title: "报名和资格审查", rule: "node-registration" },
  { node: "rooms", title: "考场编排", rule: "node-rooms" },
  { node: "staff", title: "派员", rule: "node-staff" },
  { node: "scores", title: "成绩登记", rule: "node-scores" },
  { node: "publicity", title: "开始公示", rule: "node-publicity" },
  { node: "certificates", title: "发放证书", rule: "node-certificates" },
  { node: "close", title: "归档", rule: "node-close" },
] as const satisfies readonly { node: string; title: string; rule: RuleName }[];
export type Node = (typeof NODES)[number]["node"];

const BEFORE_EXAM: readonly Node[] = ["plan", "registration", "rooms", "staff"];

export interface Batch {
  id: string;
  number: string;
  organisationId: string;
  siteId: string;
  region: string;
  occupation: string;
  occupationName: string;
  level: number;
  ways: EvaluationWay[];
  examOn: CivilDate;
  startsAt: Date;
  endsAt: Date;
  practiceMinutes: number;
  expected: number;
  state: BatchState;
}

const COLUMNS = [
  "id",
  "number",
  "organisation_id as organisationId",
  "site_id as siteId",
  "region",
  "occupation",
  "occupation_name as occupationName",
  "level",
  "ways",
  "exam_on as examOn",
  "starts_at as startsAt",
  "ends_at as endsAt",
  "practice_minutes as practiceMinutes",
  "expected",
  "state",
] as const;

/** A batch as it is. */
export async function readBatch(db: Database, id: string): Promise<Batch> {
  const row = await db.selectFrom("evaluation_batch").select(COLUMNS).where("id", "=", id).executeTakeFirst();
  if (!row) throw notFound("认定批次");
  return row as Batch;
}

/** A batch, its row held for the rest of the transaction; refuses unless it is in one of these states and nobody stopped it. */
export async function holdBatch(context: Context, id: string, states: readonly BatchState[]): Promise<Batch> {
  const row = (await context.db
    .selectFrom("evaluation_batch")
    .select(COLUMNS)
    .where("id", "=", id)
    .forNoKeyUpdate()
    .executeTakeFirst()) as Batch | undefined;
  if (!row) throw notFound("认定批次");
  if (!states.includes(row.state))
    throw conflict(
      "evaluation-batch-state",
      `认定批次当前为“${batchStates.states[row.state].label}”，不能这样办理。请刷新页面查看最新状态。`,
      { state: row.state },
    );
  await refuseStopped(context, id);
  return row;
}

/** Refuses where the bureau stopped the batch and has not let it go on. */
export async function refuseStopped(context: Context, batchId: string): Promise<void> {
  const stopped = await context.db
    .selectFrom("evaluation_stop")
    .select("reason")
    .where("batch_id", "=", batchId)
    .where("lifted_at", "is", null)
    .executeTakeFirst();
  if (stopped)
    throw conflict(
      "batch-stopped",
      `这个批次已被人社部门叫停（${stopped.reason}），恢复以前不能往下办理。请联系人社部门。`,
    );
}

/** Rules of a batch: those in force on its exam day. */
export const rulesOf = (db: Database, batch: Pick<Batch, "region" | "occupation" | "examOn">): Promise<Rules> =>
  rulesOn(db, { region: batch.region, occupation: batch.occupation, on: batch.examOn });

/** Due days of an exam on this day, by office days. */
export const nodeDays = (examOn: CivilDate, rules: Rules): { node: Node; title: string; on: CivilDate }[] =>
  NODES.map(({ node, title, rule }) => ({ node, title, on: officeDay(examOn, rules.value(rule)) }));

/** Sets the batch's due days again, after its exam day was set. */
export const setNodes = async (context: Context, batch: Batch): Promise<void> =>
  setDueDays(
    context,
    { kind: DUE, subject: batch.id, region: batch.region, organisationId: batch.organisationId },
    nodeDays(batch.examOn, await rulesOf(context.db, batch)),
  );

/**
 * Marks a node as done. One before the exam that is late needs a reason, which skips it; one after the exam can't be skipped and is late for
 * the body's record (`evaluation-credit`).
 */
export async function passNode(context: Context, batch: Batch, node: Node, reason?: string): Promise<void> {
  const due = await context.db
    .selectFrom("due_day")
    .select(["due_on", "title", "met_on", "skipped_because"])
    .where("kind", "=", DUE)
    .where("subject", "=", batch.id)
    .where("node", "=", node)
    .executeTakeFirst();
  if (!due || due.met_on !== null || due.skipped_because !== null) return;
  if (context.today > due.due_on && BEFORE_EXAM.includes(node)) {
    const rules = await rulesOf(context.db, batch);
    if (reason === undefined)
      throw rules.refuse(
        `node-${node}` as RuleName,
        `“${due.title}”应在 ${due.due_on} 前完成，今天已过期。确需继续的，请填写超期的理由再办。`,
      );
    await skipDueDay(context, DUE, batch.id, node, reason);
    return;
  }
  const { late } = await meetDueDay(context, DUE, batch.id, node);
  if (late)
    await context.emit("evaluation-credit", {
      organisationId: batch.organisationId,
      batchId: batch.id,
      what: "late",
      detail: node,
      on: context.today,
    });
}

/** Whether registration of a batch is closed. */
export async function registrationClosed(db: Database, batchId: string): Promise<boolean> {
  const row = await db
    .selectFrom("due_day")
    .select(["met_on", "skipped_because"])
    .where("kind", "=", DUE)
    .where("subject", "=", batchId)
    .where("node", "=", "registration")
    .executeTakeFirst();
  return row !== undefined && (row.met_on !== null || row.skipped_because !== null);
}
