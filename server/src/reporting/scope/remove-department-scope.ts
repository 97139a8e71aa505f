import { z } from "zod";
import { countyWide } from "../../kernel/county-wide.ts";
import { operation } from "../../kernel/operation.ts";
import { countAgain, Key, SCOPE_KEEPERS } from "./department-scope-view.ts";

/** Removes a scope from its office. */
export const removeDepartmentScope = operation({
  method: "DELETE",
  path: "/api/v1/department-scopes",
  summary: "取消部门职责范围",
  permission: { roles: SCOPE_KEEPERS, over: countyWide },
  body: z.strictObject(Key),
  output: z.object({ removed: z.boolean() }),
  async run(context, { body }) {
    const done = await context.db
      .deleteFrom("department_scope")
      .where("kind", "=", body.kind)
      .where("code", "=", body.code)
      .executeTakeFirst();
    await countAgain(context);
    context.audit({ kind: "department-scope", id: `${body.kind}/${body.code}` });
    return { removed: done.numDeletedRows > 0n };
  },
});
