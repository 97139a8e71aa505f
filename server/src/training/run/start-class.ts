import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { lockClass } from "../class/class-plan.ts";
import { classOwner } from "../owners.ts";

import { begin } from "./begin-class.ts";

/** The institution starts its approved class; the roster is frozen from now on. */
export const startClass = operation({
  method: "POST",
  path: "/api/v1/classes/:id/start",
  summary: "开班",
  permission: { roles: ["institution"], over: classOwner },
  scope: "classes:write",
  params: ById,
  output: Done,
  async run(context, { params }) {
    const row = await lockClass(context, params.id);
    if (row.state === "approved" && context.today < row.starts_on)
      throw conflict("class-not-due", `开班日期是 ${row.starts_on}，请到当日再开班。如需提前，请提交变更申请。`);
    await begin(context, params.id);
    context.audit({ kind: "class", id: params.id });
    return { id: params.id };
  },
});
