import { operation } from "../../kernel/operation.ts";
import { requireActive } from "../../organisations/index.ts";
import { nextClassNumber } from "../class/class-number.ts";
import { ClassPlan, planColumns } from "../class/class-plan.ts";
import { Saved } from "../class/editable.ts";

/** Creates a class as a draft that only its institution sees. */
export const draftClass = operation({
  method: "POST",
  path: "/api/v1/classes",
  summary: "新建开班计划",
  permission: { roles: ["institution"] },
  scope: "classes:write",
  body: ClassPlan,
  output: Saved,
  async run(context, { body }) {
    await requireActive(context, context.actor.organisationId ?? "", "新开培训班");
    const columns = await planColumns(context, body);
    const row = await context.db
      .insertInto("training_class")
      .values({
        ...columns,
        number: await nextClassNumber(context),
        organisation_id: context.actor.organisationId ?? "",
        created_by: context.actor.accountId,
        created_at: context.now,
      })
      .returning(["id", "number", "plan_version"])
      .executeTakeFirstOrThrow();
    context.audit({ kind: "class", id: row.id });
    return { id: row.id, number: row.number, planVersion: row.plan_version };
  },
});
