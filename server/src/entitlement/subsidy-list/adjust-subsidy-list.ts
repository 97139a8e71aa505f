import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { conflict, firstDetail, unacceptable } from "../../kernel/problem.ts";
import { ById, oncePerLearner } from "../../kernel/shapes.ts";
import { generate, ListAdjustment } from "./generate-subsidy-list.ts";
import { listOwner, oneList, rowsOf, SubsidyList } from "./subsidy-list-view.ts";

/**
 * `POST /api/v1/subsidy-lists/:id/adjustments`: removes learners or restores them, each with a reason, and generates the list
 * again. Learners whom the rules refuse can't be added.
 */
export const adjustSubsidyList = operation({
  method: "POST",
  path: "/api/v1/subsidy-lists/:id/adjustments",
  summary: "调整班级补贴名单",
  permission: { roles: ["institution"], over: listOwner },
  scope: "claims:write",
  params: ById,
  body: z.strictObject({ adjustments: oncePerLearner(z.array(ListAdjustment).min(1).max(200)) }),
  output: SubsidyList,
  async run(context, { params, body }) {
    const list = await oneList(context, params.id);
    if (list.state !== "generated")
      throw conflict("subsidy-list-state", "这份名单已提交或已被新名单取代，不能再调整。请打开最新的名单。", {
        state: list.state,
      });
    const rows = new Map((await rowsOf(context, params.id)).map((row) => [row.enrolmentId, row]));
    const errors = body.adjustments.flatMap(({ enrolmentId, included }, at) => {
      const row = rows.get(enrolmentId);
      const pointer = `/adjustments/${at}/enrolmentId`;
      if (!row) return [{ pointer, detail: "该学员不在这份名单中" }];
      return included && row.outcome !== "granted" ? [{ pointer, detail: "该学员不符合补贴条件，不能列入" }] : [];
    });
    if (errors.length > 0)
      throw unacceptable(
        "adjustment-not-possible",
        `有 ${errors.length} 处调整不能执行：${firstDetail(errors)}。`,
        errors,
      );
    const changes = new Map(
      body.adjustments.map(({ enrolmentId, included, reason }) => [enrolmentId, { included, because: reason }]),
    );
    const id = await generate(context, list.classId, changes);
    context.audit({ kind: "subsidy-list", id, detail: { adjusted: body.adjustments.length } });
    return oneList(context, id);
  },
});
