import { z } from "zod";
import { notifyOffice, notifyOrganisation } from "../../access/index.ts";
import { operation } from "../../kernel/operation.ts";
import { forbidden, unacceptable } from "../../kernel/problem.ts";
import { ById, Done, Fen, Id, Line, Text } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { requireActive } from "../../organisations/index.ts";
import { pilotOwner } from "./pilot-owners.ts";
import { pilotStates } from "./pilot-states.ts";

/** A school asks for places of a certificate: which level in the certificate's own words, for which majors, who examines. */
export const proposePilot = operation({
  method: "POST",
  path: "/api/v1/pilots",
  summary: "申报 1+X 试点",
  permission: { roles: ["institution"] },
  body: z.strictObject({
    evaluatorId: Id.describe("培训评价组织"),
    certificate: Line(60, 2).describe("证书名称"),
    level: z.enum(["junior", "intermediate", "senior"]).describe("证书自己的等级"),
    majors: z.array(Line(40)).min(1, "请至少写一个专业").max(20),
    places: z.int().min(1).max(5_000),
    feeFen: Fen.describe("每人考核费"),
    year: z.int().min(2019).max(2199),
  }),
  output: Done,
  async run(context, { body }) {
    const { organisationId, accountId } = context.actor;
    if (organisationId === null) throw forbidden("该账号没有关联学校，不能申报试点。");
    await requireActive(context, organisationId, "申报试点");
    const year = Number(context.today.slice(0, 4));
    if (body.year < year || body.year > year + 1)
      throw unacceptable("pilot-year", `只能申报 ${year} 年或 ${year + 1} 年的试点。`, [
        { pointer: "/year", detail: "请填今年或明年" },
      ]);
    const evaluator = await context.db
      .selectFrom("organisation")
      .select(["kind", "state"])
      .where("id", "=", body.evaluatorId)
      .executeTakeFirst();
    if (evaluator?.kind !== "evaluation-body" || evaluator.state !== "active")
      throw unacceptable("evaluator-unknown", "请选择登记在册的培训评价组织。", [
        { pointer: "/evaluatorId", detail: "请选择评价机构" },
      ]);
    const row = await context.db
      .insertInto("pilot")
      .values({
        school_id: organisationId,
        evaluator_id: body.evaluatorId,
        certificate: body.certificate,
        level: body.level,
        majors: [...new Set(body.majors)],
        places: body.places,
        fee_fen: body.feeFen,
        year: body.year,
        proposed_by: accountId,
        proposed_at: context.now,
        decided_by: null,
        decided_at: null,
        reason: null,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await notifyOffice(context, "department", context.actor.region, {
      template: "pilots-waiting",
      text: "有 {n} 项 1+X 证书试点等待审核。",
    });
    context.audit({ kind: "pilot", id: row.id, organisationId });
    return row;
  },
});

/** The education office approves or refuses a pilot, or withdraws one: nobody registers any more, old results stay. */
export const decidePilot = operation({
  method: "POST",
  path: "/api/v1/pilots/:id/decision",
  summary: "审核或撤回 1+X 试点",
  permission: { roles: ["department"], over: pilotOwner },
  params: ById,
  body: z.strictObject({ verdict: z.enum(["approved", "refused", "withdrawn"]), reason: Text(200, 2) }),
  output: Done,
  async run(context, { params, body }) {
    await moveState(context, pilotStates, params.id, body.verdict, { reason: body.reason });
    const row = await context.db
      .updateTable("pilot")
      .set({ decided_by: context.actor.accountId, decided_at: context.now, reason: body.reason })
      .where("id", "=", params.id)
      .returning(["school_id", "evaluator_id", "certificate", "year"])
      .executeTakeFirstOrThrow();
    const text = `${row.year} 年“${row.certificate}”试点${DECIDED[body.verdict]}：${body.reason}`;
    for (const organisationId of new Set([row.school_id, row.evaluator_id]))
      await notifyOrganisation(context, organisationId, { template: "pilot-decided", subject: params.id, text });
    context.audit({ kind: "pilot", id: params.id, detail: { verdict: body.verdict } });
    return { id: params.id };
  },
});

const DECIDED = {
  approved: "获得批准，可以登记考生",
  refused: "未获批准",
  withdrawn: "被撤回，不再登记考生；已有的成绩、证书和学分认定不变",
} as const;
