import { z } from "zod";
import { SHEET_MEDIA_TYPES, writeSheet } from "../adapters/spreadsheet/index.ts";
import type { Actor, Owner } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import { sql, type Database } from "../kernel/database.ts";
import { FileReply } from "../kernel/files.ts";
import { operation } from "../kernel/operation.ts";
import { conflict, notFound } from "../kernel/problem.ts";
import {
  ById,
  decodeCursor,
  Done,
  fileOutput,
  Id,
  Instant,
  PageQuery,
  pageOf,
  Text,
  toPage,
} from "../kernel/shapes.ts";
import { classOwner } from "../training/index.ts";
import { RULES, ruleOf } from "./rules/index.ts";

const STATES = { open: "待说明", explained: "已说明", confirmed: "已确认" } as const;
const State = z.enum(["open", "explained", "confirmed"]);

export const AnomalyLine = z.object({
  id: Id,
  rule: z.string(),
  title: z.string(),
  clause: z.string(),
  explanation: z.string(),
  severity: z.number().int(),
  subjectKind: z.string(),
  subjectId: z.string(),
  classId: Id.nullable(),
  className: z.string().nullable(),
  organisationId: Id.nullable(),
  organisation: z.string().nullable(),
  summary: z.string(),
  evidence: z.unknown(),
  foundAt: Instant,
  state: State,
  stateLabel: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  decisionReason: z.string().nullable(),
});
type Line = z.output<typeof AnomalyLine>;
type Row = Omit<Line, "title" | "clause" | "explanation" | "stateLabel" | "foundAt" | "decidedAt"> & {
  foundAt: Date;
  decidedAt: Date | null;
};

/** Anomalies chosen by a condition on `a`, gravest and newest first. */
export async function anomalyLines(db: Database, where: ReturnType<typeof sql>, limit: number): Promise<Line[]> {
  const found = await sql<Row>`
    select a.id, a.rule, a.severity, a.subject_kind as "subjectKind", a.subject_id as "subjectId", a.class_id as "classId",
      c.name as "className", a.organisation_id as "organisationId", o.name as organisation, a.summary, a.evidence, a.found_at as "foundAt",
      a.state, d.name as "decidedBy", a.decided_at as "decidedAt", a.decision_reason as "decisionReason"
    from anomaly a left join training_class c on c.id = a.class_id left join organisation o on o.id = a.organisation_id
    left join account d on d.id = a.decided_by
    where ${where} order by a.severity desc, date_trunc('milliseconds', a.found_at) desc, a.id limit ${limit}`.execute(
    db,
  );
  return found.rows.map((row) => {
    const rule = ruleOf(row.rule);
    return {
      ...row,
      title: rule?.title ?? row.rule,
      clause: rule?.clause ?? "",
      explanation: rule?.explanation ?? "",
      stateLabel: STATES[row.state],
      foundAt: row.foundAt.toISOString(),
      decidedAt: row.decidedAt?.toISOString() ?? null,
    };
  });
}

const OVERSEERS = ["reviewer", "auditor", "department", "finance"] as const;

const Filter = z.object({
  state: State.optional(),
  rule: z.string().max(60).optional(),
  severity: z.coerce.number().int().min(1).max(3).optional(),
  organisationId: Id.optional(),
});

const chosen = (actor: Actor, filter: z.output<typeof Filter>) => sql`starts_with(a.region, ${actor.region})
  and (${filter.state ?? null}::text is null or a.state = ${filter.state ?? null})
  and (${filter.rule ?? null}::text is null or a.rule = ${filter.rule ?? null})
  and (${filter.severity ?? null}::int is null or a.severity = ${filter.severity ?? null})
  and (${filter.organisationId ?? null}::uuid is null or a.organisation_id = ${filter.organisationId ?? null}::uuid)`;

/** What looks odd and waits for an answer, or how it was answered. */
export const listAnomalies = operation({
  method: "GET",
  path: "/api/v1/anomalies",
  summary: "异常线索",
  permission: { roles: OVERSEERS },
  query: PageQuery.extend(Filter.shape),
  output: pageOf(AnomalyLine),
  async run({ db, actor }, { query }) {
    const after = decodeCursor(query.cursor, 3);
    const rows = await anomalyLines(
      db,
      sql`${chosen(actor, query)}
        ${
          after
            ? sql`and (-a.severity, -extract(epoch from date_trunc('milliseconds', a.found_at)), a.id)
                > (${-Number(after[0])}, ${-Date.parse(String(after[1])) / 1000}::numeric, ${String(after[2])}::uuid)`
            : sql``
        }`,
      query.limit + 1,
    );
    return toPage(rows, query.limit, (row) => [row.severity, row.foundAt, row.id]);
  },
});

/** More than anybody reads; a queue this long is itself the finding. */
const EXPORTED = 20_000;

/** The queue as a workbook. */
export const exportAnomalies = operation({
  method: "GET",
  path: "/api/v1/anomalies/export",
  summary: "导出异常线索",
  permission: { roles: OVERSEERS },
  query: Filter,
  output: fileOutput,
  async run({ db, actor, today }, { query }) {
    const rows = await anomalyLines(db, chosen(actor, query), EXPORTED);
    return new FileReply({
      mediaType: SHEET_MEDIA_TYPES.xlsx,
      fileName: `异常线索-${today}.xlsx`,
      content: writeSheet<Line>(
        [
          { header: "线索", width: 30, value: (row) => row.title },
          { header: "条款", width: 8, value: (row) => row.clause },
          { header: "程度", kind: "number", width: 8, value: (row) => row.severity },
          { header: "培训班", width: 28, value: (row) => row.className },
          { header: "机构", width: 28, value: (row) => row.organisation },
          { header: "内容", width: 60, value: (row) => row.summary },
          { header: "发现时间（UTC）", width: 24, value: (row) => row.foundAt },
          { header: "状态", width: 10, value: (row) => row.stateLabel },
          { header: "处理人", width: 12, value: (row) => row.decidedBy },
          { header: "处理理由", width: 40, value: (row) => row.decisionReason },
        ],
        rows,
        { format: "xlsx", sheetName: "异常线索" },
      ),
    });
  },
});

/** The rules, for people who want to know what is looked for. */
export const listAnomalyRules = operation({
  method: "GET",
  path: "/api/v1/anomalies/rules",
  summary: "异常筛查规则",
  permission: { roles: [...OVERSEERS, "institution"] },
  output: z.object({
    rules: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        clause: z.string(),
        explanation: z.string(),
        severity: z.number().int(),
      }),
    ),
  }),
  run: async () => ({ rules: RULES.map(({ find: _find, ...rule }) => rule) }),
});

/** What looks odd about one class, for whoever reviews it. */
export const classAnomalies = operation({
  method: "GET",
  path: "/api/v1/classes/:id/anomalies",
  summary: "培训班的异常线索",
  permission: { roles: OVERSEERS, over: classOwner },
  params: ById,
  output: z.object({ rows: z.array(AnomalyLine) }),
  run: async ({ db }, { params }) => ({ rows: await anomalyLines(db, sql`a.class_id = ${params.id}`, 200) }),
});

/** An anomaly lies where its class or organisation lies. */
async function anomalyOwner(context: Context, { params }: { params: { id: string } }): Promise<Owner | null> {
  return (
    (await context.db.selectFrom("anomaly").select("region").where("id", "=", params.id).executeTakeFirst()) ?? null
  );
}

/** Answers an anomaly for good, with a reason: explained, or confirmed as a fault. */
export const decideAnomaly = operation({
  method: "POST",
  path: "/api/v1/anomalies/:id/decision",
  summary: "处理异常线索",
  permission: { roles: ["reviewer"], over: anomalyOwner },
  params: ById,
  body: z.strictObject({ verdict: z.enum(["explained", "confirmed"]), reason: Text(500, 2) }),
  output: Done,
  async run(context, { params, body }) {
    const found = await sql<{ state: keyof typeof STATES }>`
      select state from anomaly where id = ${params.id} for update`.execute(context.db);
    const state = found.rows[0]?.state;
    if (state === undefined) throw notFound("异常线索");
    if (state !== "open")
      throw conflict("anomaly-answered", `这条线索当前为“${STATES[state]}”，不能再次处理。`, { state });
    await context.db
      .updateTable("anomaly")
      .set({
        state: body.verdict,
        decided_by: context.actor.accountId,
        decided_at: context.now,
        decision_reason: body.reason,
      })
      .where("id", "=", params.id)
      .execute();
    context.audit({ kind: "anomaly", id: params.id, detail: { verdict: body.verdict } });
    return { id: params.id };
  },
});

/** What stands against these classes: open or confirmed. A severe one is a reason for a claim of the class to wait. */
export async function openAnomaliesOf(
  db: Database,
  classIds: readonly string[],
): Promise<Map<string, { id: string; rule: string; title: string; severity: number; state: "open" | "confirmed" }[]>> {
  const found = new Map<
    string,
    { id: string; rule: string; title: string; severity: number; state: "open" | "confirmed" }[]
  >(classIds.map((id) => [id, []]));
  if (classIds.length === 0) return found;
  const rows = await sql<{ id: string; rule: string; severity: number; state: "open" | "confirmed"; class_id: string }>`
    select id, rule, severity, state, class_id from anomaly
    where class_id = any(${[...classIds]}::uuid[]) and state in ('open', 'confirmed') order by severity desc, found_at`.execute(
    db,
  );
  for (const { class_id, ...row } of rows.rows)
    found.get(class_id)?.push({ ...row, title: ruleOf(row.rule)?.title ?? row.rule });
  return found;
}
