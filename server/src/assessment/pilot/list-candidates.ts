import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { ById, CivilDate, Done, Id, Line, pageOf } from "../../kernel/shapes.ts";
import { byDate, byId, byName, byText, type Placed, sortable } from "../../kernel/sorting.ts";
import { NEWEST } from "./import-candidates.ts";
import { candidateOwner, pilotOwner } from "./pilot-owners.ts";

const ORDER = sortable({
  columns: { name: byName("p.name"), number: byText("r.number", "last"), onDate: byDate("r.on_date", "last") },
  unique: byId("c.id"),
  usual: "name",
});

const Outcome = z.enum(["registered", "absent", "failed", "passed"]);
export const OUTCOME_LABELS = { registered: "已登记", absent: "缺考", failed: "不合格", passed: "取得证书" } as const;

interface Row {
  id: string;
  name: string;
  citizen_id_masked: string;
  sat: boolean | null;
  passed: boolean | null;
  number: string | null;
  on_date: z.output<typeof CivilDate> | null;
  credits: { course: string; points: number }[];
}

/** Candidates of a pilot with result and recognised courses. */
export const listCandidates = operation({
  method: "GET",
  path: "/api/v1/pilots/:id/candidates",
  summary: "1+X 考生",
  permission: { roles: ["institution", "evaluator", "department", "reviewer", "auditor"], over: pilotOwner },
  params: ById,
  query: ORDER.query.extend({ outcome: Outcome.optional() }),
  output: pageOf(
    z.object({
      id: Id,
      name: z.string(),
      citizenIdMasked: z.string(),
      outcome: Outcome,
      number: z.string().nullable(),
      onDate: CivilDate.nullable(),
      credits: z.array(z.object({ course: z.string(), points: z.number() })),
    }),
  ),
  async run(context, { params, query }) {
    const page = ORDER.page(query);
    const outcome = query.outcome ?? null;
    const cut = await page.read(
      context.db,
      sql<Placed<Row>>`
      select c.id, p.name, p.citizen_id_masked, r.sat, r.passed, r.number, r.on_date,
        (select coalesce(json_agg(json_build_object('course', k.course, 'points', k.points_hundredths / 100.0) order by k.course), '[]')
          from pilot_credit k where k.candidate_id = c.id) as credits, ${page.place}
      from pilot_candidate c join person p on p.id = c.person_id ${NEWEST}
      where c.pilot_id = ${params.id} and (${outcome}::text is null or ${outcome} = case when r.id is null then 'registered'
        when not r.sat then 'absent' when r.passed then 'passed' else 'failed' end) and ${page.beyond}
      order by ${page.order} limit ${page.limit}`,
    );
    return {
      ...cut,
      rows: cut.rows.map((row) => ({
        id: row.id,
        name: row.name,
        citizenIdMasked: row.citizen_id_masked,
        outcome:
          row.sat === null
            ? ("registered" as const)
            : !row.sat
              ? ("absent" as const)
              : row.passed === true
                ? ("passed" as const)
                : ("failed" as const),
        number: row.number,
        onDate: row.on_date,
        credits: row.credits,
      })),
    };
  },
});

export const exportCandidates = exportOf(listCandidates, {
  title: "1+X 考生",
  columns: [
    { header: "姓名", value: (row) => row.name },
    { header: "身份证号", width: 22, value: (row) => row.citizenIdMasked },
    { header: "结果", value: (row) => OUTCOME_LABELS[row.outcome] },
    { header: "证书编号", width: 26, value: (row) => row.number },
    { header: "考核日期", width: 14, value: (row) => row.onDate },
    {
      header: "认定的课程和学分",
      width: 36,
      value: (row) => row.credits.map(({ course, points }) => `${course} ${points}`).join("；"),
    },
  ],
});

/** The school recognises a certificate for a course; without a certificate there is no credit. */
export const recogniseCredit = operation({
  method: "POST",
  path: "/api/v1/pilot-candidates/:id/credits",
  summary: "认定 1+X 学分",
  permission: { roles: ["institution"], over: candidateOwner },
  params: ById,
  body: z.strictObject({
    course: Line(60, 2).describe("课程"),
    points: z.number().positive().max(100).describe("学分"),
  }),
  output: Done,
  async run(context, { params, body }) {
    const hundredths = Math.round(body.points * 100);
    if (Math.abs(hundredths - body.points * 100) > 1e-6)
      throw unacceptable("points-shape", "学分最多两位小数。", [{ pointer: "/points", detail: "最多两位小数" }]);
    const row = await context.db
      .insertInto("pilot_credit")
      .values({
        candidate_id: params.id,
        course: body.course,
        points_hundredths: hundredths,
        recognised_by: context.actor.accountId,
        recognised_at: context.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    context.audit({ kind: "pilot", id: row.id, detail: { candidateId: params.id } });
    return { id: row.id };
  },
});
