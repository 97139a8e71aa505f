import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { notFound, unacceptable } from "../../kernel/problem.ts";
import { Done, Id, Text } from "../../kernel/shapes.ts";
import { requireOffice } from "../../organisations/index.ts";
import { TargetMeasure } from "./target-view.ts";

export const Value = z.number().positive("须大于零").describe("人次、人、比重（小数，28% 写 0.28），或分");

/** Sets a target: of a programme or one of its years, for the region, a town of it, or a department. */
export const addTarget = operation({
  method: "POST",
  path: "/api/v1/targets",
  summary: "设定目标任务",
  permission: { roles: ["reviewer"] },
  body: z.strictObject({
    policyId: Text(60),
    measure: TargetMeasure,
    year: z.number().int().min(2000).max(2100).nullable().default(null),
    region: z
      .string()
      .regex(/^\d{6}(\d{3})?$/, "请选择地区")
      .optional(),
    departmentId: Id.nullable().default(null),
    value: Value,
    clause: Text(40),
  }),
  output: Done,
  async run(context, { body }) {
    const region = body.region ?? context.actor.region;
    if (!context.services.policies.has(body.policyId)) throw notFound("这项政策");
    if (!region.startsWith(context.actor.region))
      throw unacceptable("outside-region", "只能为本辖区设定目标。", [{ pointer: "/region", detail: "不在本辖区" }]);
    if (body.measure.endsWith("share") && body.value > 1)
      throw unacceptable("share-above-one", "比重以小数填写，28% 请填 0.28。", [
        { pointer: "/value", detail: "不能超过 1" },
      ]);
    if (body.measure.endsWith("share") && body.departmentId !== null)
      throw unacceptable(
        "share-of-department",
        "比重按地区的基础数据计算，不能分给部门。请不选部门，或选人次、资金等指标。",
        [{ pointer: "/departmentId", detail: "比重不分部门" }],
      );
    if (body.departmentId !== null) await requireOffice(context.db, body.departmentId);
    const { id } = await context.db
      .insertInto("target")
      .values({
        policy_id: body.policyId,
        measure: body.measure,
        year: body.year,
        region,
        department_id: body.departmentId,
        value: body.value,
        clause: body.clause,
        set_by: context.actor.accountId,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    context.audit({ kind: "target", id, region, detail: { measure: body.measure, value: body.value } });
    return { id };
  },
});
